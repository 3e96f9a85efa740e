using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Tests.Decisions;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>Cards about where screenshots come from, what is missing, and patients' details; the reporter's and the manager's.</summary>
public sealed class EvidenceCardTests
{
    private static readonly EvidenceProvenance Partly = new(EvidenceTaker.Reporter, EvidenceDevice.Phone, null, SeenHow.Member);
    private static readonly KeptPatientDetails Kept = new(["What happened: NHS number 943 *** ****", "Link: date of birth **/**/****"], "The post itself shows it.");
    private static readonly LatePictureCard Late = new(ReportCards.Guidance, ReportCards.Clock);

    private static readonly Dictionary<string, Func<AdaptiveCard>> Cards = new()
    {
        ["Reporting/provenance"] = () => ProvenanceCard.Ask(Draft(), closed: false, ReportCards.Guidance),
        ["Reporting/provenance-closed-group"] = () => ProvenanceCard.Ask(Full(), closed: true, ReportCards.Guidance),
        ["Reporting/provenance-answered"] = () => ProvenanceCard.Answered(Partly, ReportCards.Guidance),
        ["Reporting/screenshots-missing"] = () => ScreenshotsCard.Received(Full(), ReportCards.Screenshots(1), [Refused]),
        ["Reporting/review-with-gaps"] = () => new ReviewCard(ReportCards.Guidance).Ask(Full(), ReportCards.Facts(Telling), ReportCards.Screenshots()),
        ["Reporting/patient-details"] = () => PatientDetailsCard.Ask(Draft(), PointedOut.In(Draft(), Named), null),
        ["Reporting/patient-details-problem"] = () => PatientDetailsCard.Ask(Draft(), PointedOut.In(Draft(), []), "To keep it, press \"Keep what I wrote\" and say in a few words why it is needed."),
        ["Reporting/receipt-missing"] = () => new ReceiptCard(ReportCards.Guidance).Show(Missing(1), "Monday 9 March 2026, 18:30", Decider.Manager),
        ["Reporting/my-reports-missing"] = () => new MyReportsCard(ReportCards.Guidance, ReportCards.Clock, _ => null).Show([Missing(2)], 0, hasMore: false),
        ["Reporting/late-added"] = () => Late.Added(Missing(0), ReportCards.Screenshots(1)),
        ["Reporting/late-which"] = () => Late.Ask([Missing(1), Missing(2)], ReportCards.Screenshots(1), Missing(1).Id),
        ["Reporting/late-name"] = () => LateNameCard.Ask(new CaseReference("RMC", 2026, 1), Missing(0).Id, [.. Named.SelectMany(PointedOut.In)]),
        ["Reporting/late-name-starred"] = LateNameCard.Starred,
        ["Reporting/late-name-kept"] = LateNameCard.Kept,
        ["Decisions/gaps"] = () => CardSamples.CaseCard.Draw(CardSamples.View(CardSamples.Case().Build() with { MissingEvidence = 1, Provenance = Partly, KeptDetails = Kept })),
        ["Decisions/evidence-has-come"] = () => EvidenceCameCard.Draw(Missing(0)),
        ["Decisions/question-patient-details"] = () => CardSamples.QuestionCard.Draw(
            CardSamples.Asked(CardSamples.Case().Build()), typed: "It was 943 476 5919.", pointedOut: PatientDetails.In("It was 943 476 5919.")),
    };

    private static EvidenceOutcome.Refused Refused => new(
        "Screenshot 2", EvidenceRefusal.AccessDenied, "Teams did not let us fetch this picture; please attach it as a file.");

    public static TheoryData<string> Names => [.. Cards.Keys];

    private static FormAnswers Telling => FormAnswers.From(FilledForm.With("whatHappened", "He wrote that 943 476 5919 was here."));

    private static IReadOnlyList<SealedEvidence> Named => [ReportCards.Screenshots(1)[0] with { Name = "scan 943 476 5919.png" }];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_Card_Is_As_It_Was_Looked_At(string name) => GoldenCard.Matches(Cards[name](), $"{name}.json");

    [Fact]
    public void The_Managers_Card_Fits_With_The_Longest_Of_Everything()
    {
        var details = new KeptPatientDetails([.. Enumerable.Repeat(new string('语', 200), 30)], new string('语', 200));
        var card = CardSamples.CaseCard.Draw(CardSamples.View(CardSamples.Longest("语").Build() with { MissingEvidence = 50, Provenance = Partly, KeptDetails = details }));

        Assert.True(CaseCard.Fits(card));
    }

    private static ReportDraft Draft() => ReportCards.Draft(Telling, ReportStep.Provenance);

    private static ReportDraft Full()
    {
        var draft = Draft();
        (draft.Provenance, draft.MissingEvidence, draft.KeptDetails) = (Partly, 1, Kept);
        return draft;
    }

    private static Case Missing(int count) => ReportCards.Case().Build() with { MissingEvidence = count };
}
