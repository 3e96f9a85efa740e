namespace Rowcroft.TeamsBot.Cases;

/// <summary>A finished report, ready to become a case. <paramref name="Draft"/> becomes the case's id: sent twice, it is one case.</summary>
internal sealed record CaseReport(
    CaseId Draft,
    PracticeId Practice,
    NamedPerson Reporter,
    ReportedFacts Facts,
    IReadOnlyList<SealedEvidence> Evidence,
    Urgency Urgency)
{
    public EvidenceProvenance? Provenance { get; init; }

    public int MissingEvidence { get; init; }

    public KeptPatientDetails? KeptDetails { get; init; }

    /// <summary>Opens the case under the reference it was given.</summary>
    public CaseOutcome.Recorded Open(CaseReference reference, DateTimeOffset now, DateTimeOffset dueAt) => new(
        new Case
        {
            Id = Draft,
            Practice = Practice,
            Reference = reference,
            Version = 1,
            Status = CaseStatus.Reported,
            Reporter = Reporter,
            Facts = Facts,
            Evidence = Evidence,
            Provenance = Provenance,
            MissingEvidence = MissingEvidence,
            KeptDetails = KeptDetails,
            Urgency = Urgency,
            ReportedAt = now,
            DueAt = dueAt,
        },
        new CaseReported(Reporter.Id, now, Facts, Evidence, Urgency)
        {
            Provenance = Provenance,
            MissingEvidence = MissingEvidence > 0 ? MissingEvidence : null,
            KeptDetails = KeptDetails,
        });
}
