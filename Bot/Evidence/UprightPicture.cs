using SkiaSharp;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Turns a picture as its metadata say: a phone held upright writes its pixels lying down.</summary>
internal static class UprightPicture
{
    private static readonly SKSamplingOptions Exact = new(SKFilterMode.Nearest, SKMipmapMode.None);
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>Its width becomes its height.</summary>
    /// <param name="orientation">1 to 8 as EXIF counts them.</param>
    public static bool IsTurned(int orientation) => orientation >= (int)SKEncodedOrigin.LeftTop;

    /// <param name="encoded">As decoded. It is disposed.</param>
    /// <param name="size">Of the upright picture.</param>
    public static SKBitmap Draw(SKBitmap encoded, int orientation, PictureSize size)
    {
        using (encoded)
        {
            var upright = new SKBitmap(encoded.Info.WithSize(size.Width, size.Height));
            using var canvas = new SKCanvas(upright);
            canvas.Clear(SKColors.Transparent);
            var lying = IsTurned(orientation) ? size.Turned : size;
            canvas.SetMatrix(Turn((SKEncodedOrigin)orientation, lying.Width, lying.Height));
            var isExact = (lying.Width, lying.Height) == (encoded.Width, encoded.Height);
            canvas.DrawBitmap(encoded, SKRect.Create(lying.Width, lying.Height), isExact ? Exact : Smooth);
            return upright;
        }
    }

    // CIPA DC-008 (EXIF), Orientation: the sides of the scene at which row 0 and column 0 lie.
    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
