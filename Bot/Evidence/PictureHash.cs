using System.Numerics;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// 64 bits that stay nearly the same when a picture is stored in another format, made smaller, cropped a little, or shown in dark mode. It says
/// "look at these two", never "these are the same".
/// </summary>
internal sealed class PictureHash(PictureDecoder decoder)
{
    /// <param name="picture">Seekable; read from its beginning.</param>
    /// <returns><c>null</c> when it cannot be decoded, or shows nothing that could be compared.</returns>
    public async Task<ulong?> OfAsync(Stream picture, CancellationToken cancellationToken)
    {
        using var decoded = await decoder.DecodeAsync(picture, Small, cancellationToken);
        if (decoded is null)
        {
            return null;
        }

        using var pixels = decoded.Pixels.PeekPixels();
        return PictureFingerprint.Of(pixels.GetPixelSpan(), pixels.Width, pixels.Height);
    }

    /// <returns>0 for the same, about 32 for two that have nothing to do with each other, at most 64.</returns>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    private static PictureSize Small(PictureSize size) => size.Within(maxPixels: 512 * 1024, maxSide: 4096);
}
