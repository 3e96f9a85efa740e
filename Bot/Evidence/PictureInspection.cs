using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// The facts of a picture, or why it is not kept. Nothing is decoded, so a small file that unpacks to gigapixels costs no more than its bytes.
/// </summary>
internal static class PictureInspection
{
    /// <param name="content">Seekable; read from its beginning, left wherever reading ended.</param>
    public static Inspected Of(Stream content, EvidenceOptions options)
    {
        if (PictureRecognition.Recognise(content, out var outline, out var refusal) is not { } type)
        {
            return new Inspected.Refused(refusal);
        }

        if (outline.Pixels > options.MaxPixels)
        {
            return new Inspected.Refused(EvidenceRefusal.TooManyPixels);
        }

        if (outline.Frames > options.MaxFrames)
        {
            return new Inspected.Refused(EvidenceRefusal.TooManyFrames);
        }

        return HiddenFile.IsIn(content, outline.End)
            ? new Inspected.Refused(EvidenceRefusal.HidesAnotherFile)
            : new Inspected.Picture(type, Facts(outline), content.Length - outline.End);
    }

    /// <summary>Width and height are those of the upright picture.</summary>
    private static PictureFacts Facts(PictureOutline outline) => UprightPicture.IsTurned(outline.Orientation)
        ? new PictureFacts(outline.Height, outline.Width, outline.Frames, outline.HasLocation)
        : new PictureFacts(outline.Width, outline.Height, outline.Frames, outline.HasLocation);
}
