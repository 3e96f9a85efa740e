using SkiaSharp;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// The copy that is shown instead of an original: drawn anew, so that none of its bytes, metadata or thumbnails is left; upright; the first
/// frame of an animation. A screenshot comes out as PNG, pixel by pixel; a photograph as JPEG.
/// </summary>
internal sealed class ViewingCopy(PictureDecoder decoder)
{
    /// <summary>As many pixels as 4,000 × 4,000. A long screenshot of a whole thread stays readable because its side may be longer.</summary>
    public const long MaxPixels = 4_000 * 4_000;

    public const int MaxSide = 16_000;

    private static SKPngEncoderOptions Png => new(SKPngEncoderFilterFlags.Sub | SKPngEncoderFilterFlags.Up, zLibLevel: 4); // not a field: Skia is loaded with the first picture
    private static SKJpegEncoderOptions Jpeg => new(90, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.BlendOnBlack);

    /// <param name="original">Seekable; read from its beginning.</param>
    public async Task<CopyOutcome> WriteAsync(Stream original, Stream destination, CancellationToken cancellationToken)
    {
        using var picture = await decoder.DecodeAsync(original, Bounded, cancellationToken);
        if (picture is null)
        {
            return new CopyOutcome.NotDrawable();
        }

        using var pixels = picture.Pixels.PeekPixels();
        using var encoded = picture.IsPhotograph ? pixels.Encode(Jpeg) : pixels.Encode(Png);
        if (encoded is null)
        {
            return new CopyOutcome.NotDrawable();
        }

        await encoded.AsStream().CopyToAsync(destination, cancellationToken);
        return new CopyOutcome.Written(picture.IsPhotograph ? "image/jpeg" : "image/png", encoded.Size, pixels.Width, pixels.Height);
    }

    private static PictureSize Bounded(PictureSize size) => size.Within(MaxPixels, MaxSide);
}
