using System.Numerics;
using SkiaSharp;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// 64 bits that stay nearly the same when a screenshot of a post is stored in another format, made smaller or larger, cropped a little, or taken
/// in dark mode. It says "look at these two", never "these are the same". How often it is right is measured in its tests.
/// </summary>
internal sealed class PictureHash(PictureDecoder decoder)
{
    /// <summary>Two screenshots no further apart than this are likely to show the same post.</summary>
    public const int TwinDistance = 14;

    /// <summary>All pictures are compared in about the same size.</summary>
    private const long Pixels = 1024 * 1024;

    private const int MaxSide = 8_192;
    private const double MostEnlarged = 3;

    private static SKSamplingOptions Smooth => new(SKFilterMode.Linear, SKMipmapMode.Linear); // not a field: Skia is loaded with the first picture

    /// <param name="picture">Seekable; read from its beginning.</param>
    /// <returns><c>null</c> when it cannot be decoded, or holds too little text to be compared.</returns>
    public async Task<ulong?> OfAsync(Stream picture, CancellationToken cancellationToken)
    {
        using var decoded = await decoder.DecodeAsync(picture, size => size.Within(Pixels, MaxSide), cancellationToken);
        if (decoded is null)
        {
            return null;
        }

        var size = new PictureSize(decoded.Pixels.Width, decoded.Pixels.Height);
        var scale = Math.Min(Math.Sqrt((double)Pixels / size.Pixels), MostEnlarged);
        if (scale <= 1)
        {
            return Of(decoded.Pixels);
        }

        using var enlarged = decoded.Pixels.Resize(new SKSizeI((int)(size.Width * scale), (int)(size.Height * scale)), Smooth);
        return enlarged is null ? null : Of(enlarged);
    }

    /// <returns>0 for the same, about 32 for two that have nothing to do with each other, at most 64.</returns>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    private static ulong? Of(SKBitmap bitmap)
    {
        using var pixels = bitmap.PeekPixels();
        return PictureFingerprint.Of(pixels.GetPixelSpan(), pixels.Width, pixels.Height);
    }
}
