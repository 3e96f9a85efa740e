using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Everything the case card shows.</summary>
/// <param name="RefreshFor">Teams' ids of those for whom Teams asks for the present state by itself.</param>
internal sealed record CaseView(Case Case, DateTimeOffset Now, IReadOnlyList<string> RefreshFor)
{
    /// <summary>What became of telling the reporter; of no meaning before a decision.</summary>
    public ReporterTold Told { get; init; } = new ReporterTold.NotYet();

    /// <summary>The same for the reporters of merged reports.</summary>
    public IReadOnlyList<(CaseReference Report, ReporterTold Told)> OthersTold { get; init; } = [];

    /// <summary>What there is of the screenshots that were received.</summary>
    public EvidenceAtHand Evidence { get; init; } = new(Case.Evidence.Count, 0);

    /// <summary>Cases that may be about the same post, of those that the viewer may see.</summary>
    public IReadOnlyList<Twin> Twins { get; init; } = [];

    /// <summary>The case that decides for this one; <c>null</c> unless it was merged.</summary>
    public Case? Main { get; init; }

    /// <summary>What has been filled in and is still to be recorded.</summary>
    public TypedText Typed { get; init; } = TypedText.None;

    /// <summary>Why the last press was not recorded; <c>null</c> when there is nothing to say.</summary>
    public string? Problem { get; init; }

    /// <summary>The person who pressed was not the first to decide.</summary>
    public bool SomebodyWasFirst { get; init; }

    /// <summary>The outcome whose guidance is shown in full; <c>null</c> for none.</summary>
    public DecisionOutcome? Guide { get; init; }

    /// <summary>Opens the chat with the reporter; <c>null</c> when Teams does not say how they are found.</summary>
    public Uri? ReporterChat { get; init; }

    /// <summary>Who of those who may decide is away; empty when nobody is known to be.</summary>
    public IReadOnlyList<AwayApprover> Away { get; init; } = [];

    /// <summary>Who of those who may decide is not away.</summary>
    public IReadOnlyList<NamedPerson> Here { get; init; } = [];

    /// <summary>Whom the card is in front of; <c>null</c> when that is of no meaning.</summary>
    public PersonId? Viewer { get; init; }

    /// <summary>Where the screenshots can be looked at; <c>null</c> when there is no such page.</summary>
    public Uri? EvidencePage { get; init; }

    /// <summary>The part for a question to the reporter is unfolded.</summary>
    public bool Asking { get; init; }

    /// <summary>Screenshots that nobody can look at, and why: they wait for the virus check, or are destroyed.</summary>
    public IReadOnlyDictionary<EvidenceId, EvidenceState> Unshown { get; init; } = new Dictionary<EvidenceId, EvidenceState>();
}
