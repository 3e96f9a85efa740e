namespace Rowcroft.TeamsBot.Evidence;

/// <summary>In pixels; both at least 1.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    public long Pixels => (long)Width * Height;

    /// <summary>On its side.</summary>
    public PictureSize Turned => new(Height, Width);

    /// <summary>The same shape with at most this many pixels and no side longer than this; never larger than it is.</summary>
    public PictureSize Within(long maxPixels, int maxSide)
    {
        var scale = Math.Min(Math.Sqrt((double)maxPixels / Pixels), (double)maxSide / Math.Max(Width, Height));
        return scale >= 1 ? this : new PictureSize(Math.Max(1, (int)(Width * scale)), Math.Max(1, (int)(Height * scale)));
    }
}
