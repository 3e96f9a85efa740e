using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Everything recorded of one screenshot or redacted copy.</summary>
/// <param name="Case">The draft it was received for, and the case that the draft became, if it did: they have the same id.</param>
/// <param name="By">Who sent it; for a redacted copy, who redacted.</param>
internal sealed record EvidenceRecord(SealedEvidence Evidence, PracticeId Practice, CaseId Case, PersonId By, EvidenceState State, EvidenceSeal Seal)
{
    public EvidenceId Id => Evidence.Id;

    /// <summary>The original of which this is a redacted copy; <c>null</c> for an original.</summary>
    public EvidenceId? RedactionOf { get; init; }

    /// <summary>What it looks like, in 64 bits; <c>null</c> where that was not worked out.</summary>
    public ulong? PictureHash { get; init; }

    /// <summary><c>null</c> until then.</summary>
    public DateTimeOffset? PurgedAt { get; init; }
}
