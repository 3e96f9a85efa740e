using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What came of looking at a file's structure. A closed family.</summary>
internal abstract record Inspected
{
    private Inspected()
    {
    }

    /// <summary>A whole picture within the limits. That it can be decoded is likely, not certain: nothing was decoded.</summary>
    /// <param name="BytesAfterEnd">
    /// What the file holds after the picture's end: a phone's motion clip or second exposure, or what a faulty crop left behind. It stays in
    /// the original alone.
    /// </param>
    internal sealed record Picture(PictureType Type, PictureFacts Facts, long BytesAfterEnd) : Inspected;

    internal sealed record Refused(EvidenceRefusal Reason) : Inspected;
}
