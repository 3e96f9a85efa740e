using SkiaSharp;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>The pixels of a picture, upright, in the size that was asked for; and its place in the budget while they are in memory.</summary>
/// <param name="pixels">Belongs to this.</param>
/// <param name="original">The size of the original, upright.</param>
/// <param name="isPhotograph">Lossy and without transparency, as a camera writes it; a screenshot is usually neither.</param>
internal sealed class DecodedPicture(SKBitmap pixels, PictureSize original, bool isPhotograph, IDisposable share) : IDisposable
{
    public SKBitmap Pixels => pixels;

    public PictureSize Original => original;

    public bool IsPhotograph => isPhotograph;

    public void Dispose()
    {
        pixels.Dispose();
        share.Dispose();
    }
}
