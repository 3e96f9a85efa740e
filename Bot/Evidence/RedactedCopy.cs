using SkiaSharp;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// A copy in which parts are covered for good: decoded, the boxes painted over, encoded anew as PNG in full size. What was beneath a box, the
/// metadata, thumbnails, later frames and whatever stood behind the picture's end are not in it.
/// </summary>
internal sealed class RedactedCopy(PictureDecoder decoder)
{
    public const int MaxBoxes = 200;

    private static SKPngEncoderOptions Png => new(SKPngEncoderFilterFlags.Sub | SKPngEncoderFilterFlags.Up, zLibLevel: 6); // not a field: Skia is loaded with the first picture

    /// <param name="original">Seekable; read from its beginning.</param>
    /// <param name="boxes">Clipped to the picture. One that covers nothing of it is a mistake, and no copy is made.</param>
    public async Task<CopyOutcome> WriteAsync(
        Stream original,
        IReadOnlyList<RedactionBox> boxes,
        Stream destination,
        CancellationToken cancellationToken)
    {
        if (boxes.Count is 0 or > MaxBoxes)
        {
            return new CopyOutcome.BadBoxes();
        }

        using var picture = await decoder.DecodeAsync(original, size => size, cancellationToken);
        if (picture is null)
        {
            return new CopyOutcome.NotDrawable();
        }

        var covered = boxes.Select(box => Clip(box, picture.Original)).ToList();
        if (covered.Any(area => area.IsEmpty))
        {
            return new CopyOutcome.BadBoxes();
        }

        foreach (var area in covered)
        {
            picture.Pixels.Erase(SKColors.Black, area);
        }

        using var pixels = picture.Pixels.PeekPixels();
        using var encoded = pixels.Encode(Png);
        if (encoded is null)
        {
            return new CopyOutcome.NotDrawable();
        }

        await encoded.AsStream().CopyToAsync(destination, cancellationToken);
        return new CopyOutcome.Written("image/png", encoded.Size, pixels.Width, pixels.Height);
    }

    /// <returns>Empty when nothing of the picture is inside.</returns>
    private static SKRectI Clip(RedactionBox box, PictureSize size)
    {
        var right = Math.Min(size.Width, (long)box.X + box.Width);
        var bottom = Math.Min(size.Height, (long)box.Y + box.Height);
        var (left, top) = (Math.Max(0, box.X), Math.Max(0, box.Y));
        return box.Width > 0 && box.Height > 0 && left < right && top < bottom
            ? new SKRectI(left, top, (int)right, (int)bottom)
            : SKRectI.Empty;
    }
}
