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

    public bool IsOpen => Status is CaseStatus.Reported or CaseStatus.AwaitingInformation or CaseStatus.UnderReview;

    public bool IsOverdue(DateTimeOffset now) => IsOpen && now > DueAt;

    /// <summary>What the reporter attached as a file is still in their own OneDrive, where only they can delete it.</summary>
    public bool HasOriginalsInOneDrive => Evidence.Any(file => file.IsInOneDrive == true);

    /// <summary>Nobody decides a case that they reported or that is about them.</summary>
    public bool Involves(PersonId person) => Reporter.Id == person || Facts.Colleague?.Id == person;

    /// <summary>The question that waits for the reporter, if there is one.</summary>
    public Question? OpenQuestion => Questions.LastOrDefault() is { Answer: null } question ? question : null;
}
