using System.Text.Json.Serialization;

namespace Rowcroft.TeamsBot.Cases;

/// <summary>Something that happened to a case. Kept for ever in the case's hash chain (<see cref="CaseChain"/>).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CaseReported), "reported")]
[JsonDerivedType(typeof(QuestionAsked), "question-asked")]
[JsonDerivedType(typeof(QuestionAnswered), "question-answered")]
[JsonDerivedType(typeof(CaseDecided), "decided")]
[JsonDerivedType(typeof(CaseWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(ActionRefused), "action-refused")]
[JsonDerivedType(typeof(EvidenceReceived), "evidence-received")]
[JsonDerivedType(typeof(EvidenceNameKept), "evidence-name-kept")]
[JsonDerivedType(typeof(EvidenceViewed), "evidence-viewed")]
[JsonDerivedType(typeof(EvidenceDownloaded), "evidence-downloaded")]
[JsonDerivedType(typeof(EvidenceRedacted), "evidence-redacted")]
[JsonDerivedType(typeof(EvidencePurged), "evidence-purged")]
[JsonDerivedType(typeof(EvidenceInfected), "evidence-infected")]
[JsonDerivedType(typeof(HoldPlaced), "hold-placed")]
[JsonDerivedType(typeof(HoldReleased), "hold-released")]
[JsonDerivedType(typeof(PurgeBegun), "purge-begun")]
[JsonDerivedType(typeof(ExportRequested), "export-requested")]
[JsonDerivedType(typeof(ExportConfirmed), "export-confirmed")]
[JsonDerivedType(typeof(ExportDeclined), "export-declined")]
[JsonDerivedType(typeof(EvidenceExported), "evidence-exported")]
[JsonDerivedType(typeof(SubjectAccessGiven), "subject-access-given")]
[JsonDerivedType(typeof(CasesMerged), "cases-merged")]
[JsonDerivedType(typeof(CasesTakenApart), "cases-taken-apart")]
[JsonDerivedType(typeof(TwinDismissed), "twin-dismissed")]
[JsonDerivedType(typeof(ReportTakenBack), "report-taken-back")]
internal abstract record CaseEvent(PersonId Actor, DateTimeOffset At);

internal sealed record CaseReported(PersonId Actor, DateTimeOffset At, ReportedFacts Facts, IReadOnlyList<SealedEvidence> Evidence, Urgency Urgency)
    : CaseEvent(Actor, At)
{
    public EvidenceProvenance? Provenance { get; init; }

    /// <summary><c>null</c> when nothing was missing.</summary>
    public int? MissingEvidence { get; init; }

    public KeptPatientDetails? KeptDetails { get; init; }
}

internal sealed record QuestionAsked(PersonId Actor, DateTimeOffset At, string Text) : CaseEvent(Actor, At);

internal sealed record QuestionAnswered(PersonId Actor, DateTimeOffset At, string Answer) : CaseEvent(Actor, At)
{
    public KeptPatientDetails? KeptDetails { get; init; }
}

internal sealed record CaseDecided(PersonId Actor, DateTimeOffset At, Decision Decision) : CaseEvent(Actor, At);

internal sealed record CaseWithdrawn(PersonId Actor, DateTimeOffset At) : CaseEvent(Actor, At);

/// <summary>A screenshot that came after the report; those that came with it are in <see cref="CaseReported"/>.</summary>
internal sealed record EvidenceReceived(PersonId Actor, DateTimeOffset At, SealedEvidence Evidence) : CaseEvent(Actor, At);

/// <summary>
/// The name of a screenshot that came after the report held what looks like a patient's details and was shown with stars; its sender wants
/// it as it was.
/// </summary>
/// <param name="Name">Without the stars.</param>
internal sealed record EvidenceNameKept(PersonId Actor, DateTimeOffset At, EvidenceId Evidence, string Name, KeptPatientDetails KeptDetails)
    : CaseEvent(Actor, At);

/// <summary>From now on nothing of the case is deleted, however old it is.</summary>
internal sealed record HoldPlaced(PersonId Actor, DateTimeOffset At, string Reason) : CaseEvent(Actor, At);

internal sealed record HoldReleased(PersonId Actor, DateTimeOffset At, string Reason) : CaseEvent(Actor, At);

/// <summary>The case's time is over. Its files go next, each with an <see cref="EvidencePurged"/>, and at the end the case itself.</summary>
/// <param name="Rule">The retention rule, in words.</param>
internal sealed record PurgeBegun(PersonId Actor, DateTimeOffset At, string Rule) : CaseEvent(Actor, At);

/// <summary>Two reports of one post were put together. It stands in both chains.</summary>
/// <param name="Urgency">Of the main case from now on: the higher of the two.</param>
internal sealed record CasesMerged(
    PersonId Actor,
    DateTimeOffset At,
    CaseId Main,
    CaseReference MainReference,
    CaseId Duplicate,
    CaseReference DuplicateReference,
    Urgency Urgency)
    : CaseEvent(Actor, At);

/// <summary>Merged reports were separated again. It stands in both chains.</summary>
internal sealed record CasesTakenApart(
    PersonId Actor, DateTimeOffset At, CaseId Main, CaseReference MainReference, CaseId Duplicate, CaseReference DuplicateReference)
    : CaseEvent(Actor, At);

/// <summary>An approver said that a case which looks the same is about another post.</summary>
internal sealed record TwinDismissed(PersonId Actor, DateTimeOffset At, CaseId Other, CaseReference Reference) : CaseEvent(Actor, At);

/// <summary>One of several reporters took their report back; the case goes on for the others.</summary>
internal sealed record ReportTakenBack(PersonId Actor, DateTimeOffset At, CaseId Report, CaseReference Reference) : CaseEvent(Actor, At);

/// <summary>What belongs in the chain without changing the case: its version stays, and cards that are shown stay right.</summary>
internal abstract record AuditEvent(PersonId Actor, DateTimeOffset At) : CaseEvent(Actor, At);

/// <summary>Somebody tried what they may not do.</summary>
/// <param name="Attempted">The verb or command, never what was typed.</param>
internal sealed record ActionRefused(PersonId Actor, DateTimeOffset At, string Attempted) : AuditEvent(Actor, At);

/// <summary>Somebody asked to see a screenshot, unblurred, on the evidence page.</summary>
/// <param name="Sha256">Of the file whose viewing copy was shown: the original, or a redacted copy.</param>
internal sealed record EvidenceViewed(PersonId Actor, DateTimeOffset At, EvidenceId Evidence, string Sha256) : AuditEvent(Actor, At);

/// <summary>Somebody took the file itself away.</summary>
internal sealed record EvidenceDownloaded(PersonId Actor, DateTimeOffset At, EvidenceId Evidence, string Sha256) : AuditEvent(Actor, At);

/// <summary>A redacted copy was made and sealed beside the original, which stays as it was.</summary>
/// <param name="OfSha256">The original's hash.</param>
internal sealed record EvidenceRedacted(PersonId Actor, DateTimeOffset At, EvidenceId Of, string OfSha256, SealedEvidence Copy) : AuditEvent(Actor, At);

/// <summary>A file's key and bytes were destroyed because its time was over.</summary>
internal sealed record EvidencePurged(PersonId Actor, DateTimeOffset At, EvidenceId Evidence, string Sha256) : AuditEvent(Actor, At);

/// <summary>A virus check found something in a file that had been waiting for it in quarantine, so its key and bytes are destroyed.</summary>
/// <param name="Signature">What was found, as the scanner calls it.</param>
internal sealed record EvidenceInfected(PersonId Actor, DateTimeOffset At, EvidenceId Evidence, string Sha256, string Signature)
    : AuditEvent(Actor, At);

/// <summary>
/// What the case holds about one member of staff was put into a copy for them. It does not say who that is, or who made it: the practice's
/// own list of requests does, and whoever reads the case must not learn from it who reported or who asked.
/// </summary>
/// <param name="WithFiles">Whether screenshots that they sent are in the copy.</param>
/// <param name="Sha256">Of the copy.</param>
internal sealed record SubjectAccessGiven(PersonId Actor, DateTimeOffset At, bool WithFiles, string Sha256) : AuditEvent(Actor, At);
