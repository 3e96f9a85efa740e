using System.Text.Json.Serialization;

namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// A reported incident and everything that was done with it. Immutable: a command returns the next version.
/// </summary>
internal sealed record Case
{
    public required CaseId Id { get; init; }

    public required PracticeId Practice { get; init; }

    public required CaseReference Reference { get; init; }

    /// <summary>Starts at 1 and grows by one with every change; commands carry the version they were made against.</summary>
    public required int Version { get; init; }

    public required CaseStatus Status { get; init; }

    public required NamedPerson Reporter { get; init; }

    public required ReportedFacts Facts { get; init; }

    public required IReadOnlyList<SealedEvidence> Evidence { get; init; }

    /// <summary><c>null</c> when nothing was asked, because there was no screenshot.</summary>
    public EvidenceProvenance? Provenance { get; init; }

    /// <summary>Screenshots that the reporter sent and Teams did not let us have; they were asked for as files and have not come yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MissingEvidence { get; init; }

    /// <summary>Set exactly when the reporter sent what looks like a patient's details although it was pointed out.</summary>
    public KeptPatientDetails? KeptDetails { get; init; }

    public required Urgency Urgency { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>By when a decision is promised to the reporter.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>Set exactly when <see cref="Status"/> is <see cref="CaseStatus.Decided"/>.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Set exactly when <see cref="Status"/> is <see cref="CaseStatus.Withdrawn"/>.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary><c>null</c> while nothing keeps the case from being deleted when its time is over.</summary>
    public LegalHold? Hold { get; init; }

    /// <summary>Set once its deletion has begun. Nothing changes such a case any more.</summary>
    public PurgeStart? Purge { get; init; }

    /// <summary>Other reports of the same post, which are decided with this one. Empty for a case that nobody merged.</summary>
    public IReadOnlyList<MergedReport> Merged { get; init; } = [];

    /// <summary>Set while <see cref="Status"/> is <see cref="CaseStatus.DuplicateOf"/>, and still when such a report is taken back.</summary>
    public MergedInto? DuplicateOf { get; init; }

    /// <summary>When it was a duplicate before; weeks that were counted then stay as they were counted.</summary>
    public IReadOnlyList<MergedPeriod> EarlierMerges { get; init; } = [];

    /// <summary>When its reporter took the report back while others of the same post kept the case going.</summary>
    public DateTimeOffset? ReporterLeftAt { get; init; }

    /// <summary>Cases that look like this one, of which an approver said that they are not about the same post.</summary>
    public IReadOnlyList<CaseId> NotTwins { get; init; } = [];

    public bool IsOpen => Status is CaseStatus.Reported or CaseStatus.AwaitingInformation or CaseStatus.UnderReview;

    public bool IsOverdue(DateTimeOffset now) => IsOpen && now > DueAt;

    /// <summary>What the reporter attached as a file is still in their own OneDrive, where only they can delete it.</summary>
    public bool HasOriginalsInOneDrive => Evidence.Any(file => file.IsInOneDrive == true);

    /// <summary>Nobody decides a case that they reported or that is about them.</summary>
    public bool Involves(PersonId person) =>
        Reporter.Id == person
        || Colleagues.Any(colleague => colleague.Id == person)
        || Merged.Any(report => report.Reporter.Id == person);

    /// <summary>The colleagues whom this report or one merged with it is about.</summary>
    public IEnumerable<NamedPerson> Colleagues => Merged.Select(report => report.Colleague).Prepend(Facts.Colleague).OfType<NamedPerson>();

    /// <summary>A reporter says that the practice manager is concerned.</summary>
    public bool ConcernsManager => Facts.ConcernsManager || Merged.Any(report => report.ConcernsManager);

    /// <summary>The merged reports whose reporters have not taken them back.</summary>
    public IEnumerable<MergedReport> StandingReports => Merged.Where(report => report.WithdrawnAt is null);

    /// <summary>Itself and what is merged with it.</summary>
    public IEnumerable<CaseId> Family => Merged.Select(report => report.Id).Prepend(Id);

    /// <summary>Of the family those that nobody has taken back: what came with the others is shown to nobody, and unlocks nothing.</summary>
    public IEnumerable<CaseId> StandingFamily =>
        [.. ReporterLeftAt is null ? [Id] : Array.Empty<CaseId>(), .. StandingReports.Select(report => report.Id)];

    /// <summary>How many screenshots came with the reports that stand.</summary>
    public int FamilyScreenshots => (ReporterLeftAt is null ? Evidence.Count : 0) + StandingReports.Sum(report => report.Screenshots);

    /// <summary>Whether it was counted with another case at an instant, and so not by itself.</summary>
    public bool WasDuplicateAt(DateTimeOffset instant) =>
        DuplicateOf?.At < instant || EarlierMerges.Any(period => period.From < instant && instant <= period.Until);

    /// <summary>How a report stands for whoever made it: under its own reference, decided when the case it is merged into is.</summary>
    /// <param name="main">That case; <c>null</c> for a report that was not merged.</param>
    public Case ForItsReporter(Case? main) => this switch
    {
        { WithdrawnAt: not null } => this,
        { ReporterLeftAt: { } left } => this with { Status = CaseStatus.Withdrawn, WithdrawnAt = left, Decision = null },
        { DuplicateOf: not null } when main is not null => this with
        {
            // What was asked was asked of somebody else.
            Status = main.Status == CaseStatus.AwaitingInformation ? CaseStatus.UnderReview : main.Status,
            Decision = main.Decision,
            DueAt = main.DueAt,
        },
        _ => this,
    };

    /// <summary>The question that waits for the reporter, if there is one.</summary>
    public Question? OpenQuestion =>
        this is { DuplicateOf: null, ReporterLeftAt: null } && Questions.LastOrDefault() is { Answer: null } question ? question : null;
}
