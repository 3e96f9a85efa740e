using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Reporting;

public sealed class ReportCardTests
{
    private static readonly ReportDraft Empty = ReportCards.Draft();

    private static readonly Dictionary<string, Func<AdaptiveCard>> Cards = new()
    {
        ["welcome"] = () => WelcomeCard.Show("Rowcroft Medical Centre"),
        ["help"] = () => HelpCard.Show(null),
        ["help-with-draft"] = () => HelpCard.Show(ReportCards.Draft(step: ReportStep.Screenshots)),
        ["guidance"] = () => GuidanceCard.Show(ReportCards.Guidance, "Ann Receptionist"),
        ["guidance-for-a-doctor"] = () => GuidanceCard.Show(ReportCards.Guidance, "Dr. Sam Partner"),
        ["safety"] = () => SafetyCard.Ask(Empty),
        ["safety-answered"] = () => SafetyCard.Answered(danger: true),
        ["safety-moved"] = SafetyCard.Moved,
        ["danger"] = () => DangerCard.ForReporter(ReportCards.Guidance.Danger, Alerted.ManagerAndDeputy),
        ["danger-nobody"] = () => DangerCard.ForReporter(ReportCards.Guidance.Danger, Alerted.Nobody),
        ["danger-alert"] = () => DangerCard.ForApprover("Ann Receptionist", "Wednesday 4 March 2026, 10:00", ReportCards.Guidance.Danger),
        ["form-empty"] = () => Form(Empty),
        ["form-filled"] = () => Form(ReportCards.Draft(ReportCards.Filled)),
        ["form-wrong"] = () => Form(ReportCards.Draft(FormAnswers.From(new()
        {
            ["about"] = "Colleague",
            ["link"] = "facebook",
            ["seenOn"] = "2026-03-05",
            ["poster"] = "A patient",
        }))),
        ["form-answered"] = () => FilledFormCard.Show(ReportCards.Facts(), ReportCards.Guidance),
        ["form-moved"] = FormCard.Moved,
        ["sexual-image"] = () => SexualImageCard.Show(ReportCards.Guidance.SexualImage, picturesDeleted: true),
        ["screenshots"] = () => ScreenshotsCard.Ask(Empty, [], ReportCards.Guidance),
        ["screenshots-received"] = () => ScreenshotsCard.Received(Empty, ReportCards.Screenshots(), Received()),
        ["screenshots-answered"] = () => ScreenshotsCard.Answered(ReportCards.Screenshots(), 0),
        ["screenshots-moved"] = () => ScreenshotsCard.Moved(ReportCards.Guidance),
        ["review"] = () => Review(ReportCards.Draft(ReportCards.Filled, ReportStep.Review, Urgency.Urgent)),
        ["review-no-longer-fits"] = () => new ReviewCard(ReportCards.Guidance).Ask(Empty, null, []),
        ["review-sending"] = ReviewCard.Sending,
        ["receipt"] = () => Receipt(Decider.Manager),
        ["receipt-deputy"] = () => Receipt(Decider.DeputyOnly),
        ["receipt-manager-away"] = () => Receipt(Decider.DeputyWhileManagerIsAway),
        ["receipt-everybody-away"] = () => Receipt(Decider.EverybodyIsAway),
        ["receipt-deputy-away"] = () => Receipt(Decider.DeputyOnlyWhoIsAway),
        ["receipt-nobody"] = () => Receipt(Decider.Nobody),
        ["receipt-not-known-yet"] = () => Receipt(Decider.NotKnownYet),
        ["receipt-with-page"] = () => new ReceiptCard(ReportCards.Guidance).Show(
            ReportCards.Case().Build(), "Monday 9 March 2026, 18:30", Decider.Manager, page: ReportCards.PageOf(new CaseReference("RMC", 2026, 1))),
        ["unfinished"] = () => UnfinishedCard.Offer(Empty),
        ["cancel"] = () => UnfinishedCard.AskToCancel(Empty),
        ["cancelled"] = UnfinishedCard.ThrownAway,
        ["unfinished-sent"] = UnfinishedCard.WasSent,
        ["my-reports"] = () => MyReports(_ => null),
        ["my-reports-with-page"] = () => MyReports(ReportCards.PageOf),
        ["my-reports-none"] = () => new MyReportsCard(ReportCards.Guidance, ReportCards.Clock, ReportCards.PageOf).Show([], 0, hasMore: false),
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Fact]
    public void The_Receipt_Says_Which_Screenshot_Waits_For_The_Virus_Check()
    {
        const string Waits = "It waits for the virus check. Until then nobody is shown it.";
        var @case = ReportCards.Case().Build();
        var card = new ReceiptCard(ReportCards.Guidance);
        Assert.Contains(Waits, card.Show(@case, "Monday", Decider.Manager, new HashSet<EvidenceId> { @case.Evidence[0].Id }).ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain(Waits, card.Show(@case, "Monday", Decider.Manager).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_Card_Is_As_It_Was_Looked_At(string name) => GoldenCard.Matches(Cards[name](), $"Reporting/{name}.json");

    private static AdaptiveCard Form(ReportDraft draft) => new FormCard(ReportCards.Guidance, ReportCards.Colleagues, ReportCards.Today)
        .Ask(draft, draft.Answers.Submitted ? ReportCards.Check(draft.Answers).Problems : []);

    private static AdaptiveCard Review(ReportDraft draft) =>
        new ReviewCard(ReportCards.Guidance).Ask(draft, ReportCards.Facts(draft.Answers), ReportCards.Screenshots());

    private static AdaptiveCard Receipt(Decider decider) =>
        new ReceiptCard(ReportCards.Guidance).Show(ReportCards.Case().Build(), "Monday 9 March 2026, 18:30", decider);

    private static IReadOnlyList<EvidenceOutcome> Received() =>
    [
        new EvidenceOutcome.Sealed(ReportCards.Screenshots()[0]),
        new EvidenceOutcome.AlreadyAdded(ReportCards.Screenshots()[1]),
        new EvidenceOutcome.Refused("holiday.png", EvidenceRefusal.Program, "This is a program, not a picture, whatever its name."),
    ];

    private static AdaptiveCard MyReports(Func<CaseReference, Uri?> pageOf) => new MyReportsCard(ReportCards.Guidance, ReportCards.Clock, pageOf).Show(
        [
            ReportCards.Case().Numbered(3).Build(),
            ReportCards.Case().Numbered(2).Decided(DecisionOutcome.ReportToPlatform, DecisionOutcome.RemoveFromPage),
            ((CaseOutcome.Recorded)ReportCards.Case().Numbered(1).WithoutEvidence().Build().Withdraw(CaseBuilder.Ann, CaseBuilder.Wednesday.AddHours(2))).Case,
        ],
        0,
        hasMore: true);
}
