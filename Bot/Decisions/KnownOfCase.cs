using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>What the store knows about a case beside the case itself, as far as its card shows it.</summary>
internal sealed record KnownOfCase
{
    /// <summary>Its screenshots that nobody can look at, and why: they wait for the virus check, or are destroyed.</summary>
    public IReadOnlyDictionary<EvidenceId, EvidenceState> Unshown { get; init; } = new Dictionary<EvidenceId, EvidenceState>();

    /// <summary>What there is of the screenshots of the reports that stand.</summary>
    public EvidenceAtHand AtHand { get; init; }

    /// <summary>Other cases of the practice, whoever may see them, that may be about the same post. None for a case that is not open.</summary>
    public IReadOnlyDictionary<CaseId, Likeness> Alike { get; init; } = new Dictionary<CaseId, Likeness>();

    /// <summary>What became of telling each reporter; without an entry they are still to be told. Empty before a decision.</summary>
    public IReadOnlyDictionary<CaseId, ReporterTold> Told { get; init; } = new Dictionary<CaseId, ReporterTold>();
}
