using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>Something that is not as it should be.</summary>
/// <param name="Subject">What it is about, as a key: one file, one chain, one case, one number.</param>
internal sealed record CustodyFinding(FindingKind Kind, string Subject)
{
    /// <summary><c>null</c> when there is no case, or no longer.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The case's reference; <c>null</c> for a screenshot of a report that has not been sent.</summary>
    public string? Reference { get; init; }

    /// <summary>Set exactly when it is about a file.</summary>
    public SealedEvidence? File { get; init; }

    /// <summary>In a broken chain: the first event that does not hold, from 1.</summary>
    public int? Place { get; init; }

    public static CustodyFinding Of(Case @case, FindingKind kind, int? place = null) =>
        new(kind, $"{(kind == FindingKind.ChainBroken ? "chain" : "case")}/{@case.Id}")
        {
            Case = @case.Id,
            Reference = @case.Reference.ToString(),
            Place = place,
        };

    /// <param name="case"><c>null</c> for a file of a report that has not been sent.</param>
    public static CustodyFinding Of(SealedEvidence file, Case? @case, FindingKind kind) =>
        new(kind, $"file/{file.Id}") { Case = @case?.Id, Reference = @case?.Reference.ToString(), File = file };
}
