using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What became of one thing that somebody sent. A closed family.</summary>
internal abstract record EvidenceOutcome
{
    private EvidenceOutcome()
    {
    }

    /// <summary>Kept: its bytes are on disk and it is recorded for the draft.</summary>
    internal sealed record Sealed(SealedEvidence Evidence) : EvidenceOutcome
    {
        /// <summary>The virus check could not be made yet; until then it is shown to nobody.</summary>
        public bool WaitsForScan { get; init; }
    }

    /// <summary>The same picture, byte for byte, was already in this draft; <paramref name="Evidence"/> is the record of the first time.</summary>
    internal sealed record AlreadyAdded(SealedEvidence Evidence) : EvidenceOutcome;

    /// <summary>Not kept; nothing of it is left.</summary>
    /// <param name="Name">As the sender knows it, cleaned.</param>
    /// <param name="Sentence">Why, and what to do instead, in words for the sender.</param>
    internal sealed record Refused(string Name, EvidenceRefusal Reason, string Sentence) : EvidenceOutcome;
}

/// <summary>Why something was not kept.</summary>
internal enum EvidenceRefusal
{
    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>More than <see cref="EvidenceOptions.MaxBytes"/>, whatever the sender said its length was.</summary>
    TooLarge,

    /// <summary>The draft already has <see cref="EvidenceOptions.MaxFiles"/>.</summary>
    TooMany,

    /// <summary>Begins like a picture but is cut off or damaged.</summary>
    Incomplete,

    /// <summary>More than <see cref="EvidenceOptions.MaxPixels"/>, as its header says: it was not decoded.</summary>
    TooManyPixels,

    /// <summary>An animation with more than <see cref="EvidenceOptions.MaxFrames"/>.</summary>
    TooManyFrames,

    /// <summary>A picture that is an archive, a program, a page or a PDF as well.</summary>
    HidesAnotherFile,

    /// <summary>The virus check found something in it.</summary>
    Infected,

    /// <summary>A program or script, whatever its name.</summary>
    Program,
    Pdf,

    /// <summary>HEIC or AVIF, as some phones make them.</summary>
    Heic,

    /// <summary>A drawing made of text, which can carry scripts.</summary>
    Svg,

    /// <summary>Neither PNG, JPEG, GIF nor WebP, and none of the above.</summary>
    NotAPicture,

    /// <summary>Its address is not one that Teams uses, or leads to a private network.</summary>
    ForeignAddress,

    /// <summary>Teams answered that the bot may not have it.</summary>
    AccessDenied,

    /// <summary>The link has expired or the picture was deleted.</summary>
    NoLongerThere,

    /// <summary>It took longer than <see cref="EvidenceOptions.DownloadTimeout"/>.</summary>
    TimedOut,

    /// <summary>No answer, or the connection broke.</summary>
    Unreachable,

    /// <summary>It came, and the store is full, read-only or away.</summary>
    NotStored,

    /// <summary>The report had become a case before it came.</summary>
    ReportSent,
}
