using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>A sealed file as it can be looked at now.</summary>
/// <param name="Case">The report that it came with: the case of the page, or one that was merged into it. Its chain says what is done with it.</param>
/// <param name="Sender">Who sent it; for a redacted copy, who made it.</param>
/// <param name="CopyOf">The original, for a redacted copy; otherwise <c>null</c>.</param>
internal sealed record ShelvedPicture(Case Case, SealedEvidence File, PictureState State, PersonId Sender, EvidenceId? CopyOf)
{
    public EvidenceId Id => File.Id;
}

/// <summary>Whether there is a picture to see.</summary>
internal enum PictureState
{
    Ready,

    /// <summary>It has not been checked for malware yet, and nobody sees it before.</summary>
    InQuarantine,

    /// <summary>Deleted for good, as the practice's rules say.</summary>
    Purged,

    /// <summary>The virus check found something in it, and it was destroyed before anybody saw it.</summary>
    Infected,

    /// <summary>It should be there and is not.</summary>
    Missing,

    /// <summary>The reporter took the report back, so that those who would have decided see it no more.</summary>
    TakenBack,
}
