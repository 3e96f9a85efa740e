using SkiaSharp;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// The patches of colour that stand where a picture will be, until somebody asks for the picture itself: drawn in a handful of pixels and
/// blurred. People know a face in ten pixels and a word in twenty, so the small size alone would not do; after the blur no more is left than
/// where it is light and where it is dark.
/// </summary>
internal sealed class BlurredPreview(PictureDecoder decoder)
{
    /// <summary>Of the longer side, in pixels.</summary>
    public const int MaxSide = 16;

    /// <summary>A small picture is made smaller all the same: at most this part of its own side is left.</summary>
    private const int Part = 8;

    /// <summary>In pixels of the preview. What changes more than about twice from one end of the picture to the other is gone.</summary>
    private const float Sigma = 2;

    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.Sub | SKPngEncoderFilterFlags.Up, zLibLevel: 4);

    /// <param name="original">Seekable; read from its beginning.</param>
    public async Task<CopyOutcome> WriteAsync(Stream original, Stream destination, CancellationToken cancellationToken)
    {
        using var picture = await decoder.DecodeAsync(original, Small, cancellationToken);
        if (picture is null)
        {
            return new CopyOutcome.NotDrawable();
        }

        using var blurred = Blur(picture.Pixels);
        using var pixels = blurred.PeekPixels();
        using var encoded = pixels.Encode(Png);
        if (encoded is null)
        {
            return new CopyOutcome.NotDrawable();
        }

        await encoded.AsStream().CopyToAsync(destination, cancellationToken);
        return new CopyOutcome.Written("image/png", encoded.Size, pixels.Width, pixels.Height);
    }

    private static PictureSize Small(PictureSize size)
    {
        var side = Math.Clamp(Math.Max(size.Width, size.Height) / Part, 1, MaxSide);
        return size.Within((long)side * side, side);
    }

    private static SKBitmap Blur(SKBitmap small)
    {
        var blurred = new SKBitmap(small.Info);
        using var canvas = new SKCanvas(blurred);
        using var filter = SKImageFilter.CreateBlur(Sigma, Sigma, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { ImageFilter = filter };
        canvas.Clear(SKColors.Transparent);
        canvas.DrawBitmap(small, 0, 0, SKSamplingOptions.Default, paint);
        return blurred;
    }
}
