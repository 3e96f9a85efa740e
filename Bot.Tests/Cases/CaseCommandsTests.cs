using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Cases;

public sealed class CaseCommandsTests
{
    private static readonly DateTimeOffset Later = Wednesday.AddHours(2);
    private readonly Case _reported = new CaseBuilder().Build();

    [Fact]
    public void A_Report_Opens_As_Version_One_Under_Its_Drafts_Id()
    {
        var report = new CaseBuilder().Urgent().Report();
        var opened = report.Open(new CaseReference("RMC", 2026, 7), Wednesday, Later);

        Assert.Equal(report.Draft, opened.Case.Id);
        Assert.Equal((1, CaseStatus.Reported, Urgency.Urgent, Later), (opened.Case.Version, opened.Case.Status, opened.Case.Urgency, opened.Case.DueAt));
        Assert.Equal(new CaseReported(Ann.Id, Wednesday, report.Facts, report.Evidence, Urgency.Urgent), opened.Event);
    }

    [Fact]
    public void A_Decision_Records_Who_When_Why_And_Under_Which_Guidance()
    {
        var outcome = _reported.Decide(
            Command(DecisionOutcome.LegalAdvice, DecisionOutcome.RemoveFromPage, DecisionOutcome.LegalAdvice) with
            {
                Reason = "  Item 7.  ",
                ForReporter = "   ",
            },
            Mona,
            Later);

        var recorded = Assert.IsType<CaseOutcome.Recorded>(outcome);
        var decision = recorded.Case.Decision!;
        Assert.Equal([DecisionOutcome.RemoveFromPage, DecisionOutcome.LegalAdvice], decision.Outcomes);
        Assert.Equal((Mona, Later, "Item 7.", "2026-11-23"), (decision.By, decision.At, decision.Reason, decision.GuidanceVersion));
        Assert.Null(decision.ForReporter);
        Assert.Null(decision.NoEvidenceReason);
        Assert.Equal((2, CaseStatus.Decided, false), (recorded.Case.Version, recorded.Case.Status, recorded.Case.IsOpen));
        Assert.Equal(new CaseDecided(Mona.Id, Later, decision), recorded.Event);
    }

    [Fact]
    public void Manager_Who_Is_Second_Sees_Who_Decided_And_When()
    {
        var decided = Recorded(_reported.Decide(Command(DecisionOutcome.HumanResources), Mona, Later));

        // Even with the version from before: who decided matters more than that the card is old.
        var second = decided.Decide(Command(DecisionOutcome.NoFurtherAction), Dev, Later.AddMinutes(1));

        Assert.Equal(new CaseOutcome.AlreadyDecided(Mona, Later), second);
        Assert.Equal(new CaseOutcome.AlreadyDecided(Mona, Later), decided.Ask(new AskCommand(1, "Where?"), Dev, Later));
        Assert.Equal(new CaseOutcome.AlreadyDecided(Mona, Later), decided.Withdraw(Ann, Later));
        Assert.Equal(new CaseOutcome.AlreadyDecided(Mona, Later), decided.Answer(new AnswerCommand("There"), Ann, Later));
    }

    [Fact]
    public void A_Card_From_Before_The_Case_Moved_On_Changes_Nothing()
    {
        var asked = Recorded(_reported.Ask(new AskCommand(1, "Where?"), Mona, Later));

        Assert.Equal(new CaseOutcome.Stale(1, 2), asked.Decide(Command(DecisionOutcome.HumanResources), Dev, Later));
        Assert.Equal(new CaseOutcome.Stale(1, 2), asked.Ask(new AskCommand(1, "Who?"), Dev, Later));
    }

    [Fact]
    public void A_Decision_Without_An_Outcome_Or_Reason_Is_Not_Taken()
    {
        AssertRefused(Refusal.NothingChosen, _reported.Decide(Command(), Mona, Later));
        AssertRefused(Refusal.ReasonMissing, _reported.Decide(Command(DecisionOutcome.HumanResources) with { Reason = " \n" }, Mona, Later));
        AssertRefused(Refusal.ReasonMissing, _reported.Decide(Command(DecisionOutcome.HumanResources) with { Reason = null }, Mona, Later));
    }

    [Fact]
    public void No_Further_Action_Stands_Alone()
    {
        AssertRefused(
            Refusal.NoFurtherActionStandsAlone,
            _reported.Decide(Command(DecisionOutcome.NoFurtherAction, DecisionOutcome.LegalAdvice), Mona, Later));
        Recorded(_reported.Decide(Command(DecisionOutcome.NoFurtherAction, DecisionOutcome.NoFurtherAction), Mona, Later));
    }

    [Fact]
    public void Somebody_Elses_Page_Cannot_Be_Cleaned_By_The_Practice()
    {
        var elsewhere = new CaseBuilder().On(Platform.Facebook, PostLocation.Group).Build();
        AssertRefused(Refusal.ImpossibleHere, elsewhere.Decide(Command(DecisionOutcome.RemoveFromPage), Mona, Later));
    }

    [Theory]
    [InlineData("Reason")]
    [InlineData("ForReporter")]
    [InlineData("NoEvidenceReason")]
    public void A_Text_Of_A_Hundred_Thousand_Characters_Is_Refused(string field)
    {
        var huge = new string('x', 100_000);
        var command = Command(DecisionOutcome.HumanResources);
        command = field switch
        {
            "Reason" => command with { Reason = huge },
            "ForReporter" => command with { ForReporter = huge },
            _ => command with { NoEvidenceReason = huge },
        };

        AssertRefused(Refusal.TextTooLong, _reported.Decide(command, Mona, Later));
        Recorded(_reported.Decide(command with { Reason = new string('x', 4_000), ForReporter = null, NoEvidenceReason = null }, Mona, Later));
    }

    [Fact]
    public void Removal_And_Platform_Report_Wait_For_Evidence_Or_A_Word_On_Why_There_Is_None()
    {
        var bare = new CaseBuilder().WithoutEvidence().Build();

        AssertRefused(Refusal.EvidenceMissing, bare.Decide(Command(DecisionOutcome.RemoveFromPage), Mona, Later));
        AssertRefused(Refusal.EvidenceMissing, bare.Decide(Command(DecisionOutcome.ReportToPlatform) with { NoEvidenceReason = " " }, Mona, Later));
        var said = bare.Decide(Command(DecisionOutcome.ReportToPlatform) with { NoEvidenceReason = " It was gone. " }, Mona, Later);
        Assert.Equal("It was gone.", Recorded(said).Decision!.NoEvidenceReason);
        Recorded(bare.Decide(Command(DecisionOutcome.LegalAdvice), Mona, Later));
    }

    [Fact]
    public void With_Evidence_Nobody_Needs_To_Say_Why_There_Is_None()
    {
        var decided = Recorded(_reported.Decide(Command(DecisionOutcome.RemoveFromPage) with { NoEvidenceReason = "n/a" }, Mona, Later));
        Assert.Null(decided.Decision!.NoEvidenceReason);
    }

    [Fact]
    public void A_Question_Waits_For_Its_Answer_And_Comes_Back()
    {
        var asked = Recorded(_reported.Ask(new AskCommand(1, " Was it a comment? "), Mona, Later));
        Assert.Equal((CaseStatus.AwaitingInformation, 2), (asked.Status, asked.Version));
        Assert.Equal("Was it a comment?", asked.OpenQuestion!.Text);
        AssertRefused(Refusal.QuestionWaiting, asked.Ask(new AskCommand(2, "And?"), Dev, Later));

        var answer = asked.Answer(new AnswerCommand(" Yes "), Ann, Later.AddMinutes(5));
        var answered = Recorded(answer);
        Assert.Equal((CaseStatus.UnderReview, 3), (answered.Status, answered.Version));
        Assert.Null(answered.OpenQuestion);
        Assert.Equal(new Question(Mona, Later, "Was it a comment?", "Yes", Later.AddMinutes(5)), Assert.Single(answered.Questions));
        Assert.Equal(new QuestionAnswered(Ann.Id, Later.AddMinutes(5), "Yes"), ((CaseOutcome.Recorded)answer).Event);

        var again = Recorded(answered.Ask(new AskCommand(3, "Who saw it?"), Dev, Later));
        Assert.Equal(["Was it a comment?", "Who saw it?"], again.Questions.Select(question => question.Text));
    }

    [Fact]
    public void An_Empty_Or_Endless_Question_Or_Answer_Is_Refused()
    {
        AssertRefused(Refusal.TextMissing, _reported.Ask(new AskCommand(1, " "), Mona, Later));
        AssertRefused(Refusal.TextTooLong, _reported.Ask(new AskCommand(1, new string('x', 4_001)), Mona, Later));
        AssertRefused(Refusal.NoQuestion, _reported.Answer(new AnswerCommand("Yes"), Ann, Later));

        var asked = Recorded(_reported.Ask(new AskCommand(1, "Where?"), Mona, Later));
        AssertRefused(Refusal.TextMissing, asked.Answer(new AnswerCommand(null), Ann, Later));
        AssertRefused(Refusal.TextTooLong, asked.Answer(new AnswerCommand(new string('x', 4_001)), Ann, Later));
    }

    [Fact]
    public void Only_The_Reporter_Answers_And_Withdraws()
    {
        var asked = Recorded(_reported.Ask(new AskCommand(1, "Where?"), Mona, Later));
        AssertRefused(Refusal.NotTheReporter, asked.Answer(new AnswerCommand("There"), Mona, Later));
        AssertRefused(Refusal.NotTheReporter, asked.Withdraw(Dev, Later));
    }

    [Fact]
    public void A_Case_Can_Be_Taken_Back_Until_It_Is_Decided_And_Then_Stays_So()
    {
        var withdrawn = Recorded(_reported.Withdraw(Ann, Later));

        Assert.Equal((CaseStatus.Withdrawn, 2, Later, false), (withdrawn.Status, withdrawn.Version, withdrawn.WithdrawnAt, withdrawn.IsOpen));
        Assert.Equal(new CaseOutcome.AlreadyWithdrawn(Later), withdrawn.Decide(Command(DecisionOutcome.HumanResources), Mona, Later));
        Assert.Equal(new CaseOutcome.AlreadyWithdrawn(Later), withdrawn.Ask(new AskCommand(2, "Why?"), Mona, Later));
        Assert.Equal(new CaseOutcome.AlreadyWithdrawn(Later), withdrawn.Withdraw(Ann, Later.AddDays(1)));
    }

    [Fact]
    public void A_Case_Is_Overdue_Only_After_Its_Due_Time_And_While_It_Is_Open()
    {
        var current = new CaseBuilder().DueAt(Later).Build();
        Assert.False(current.IsOverdue(Later));
        Assert.True(current.IsOverdue(Later.AddSeconds(1)));
        Assert.False(Recorded(current.Withdraw(Ann, Wednesday)).IsOverdue(Later.AddSeconds(1)));
    }

    [Fact]
    public void A_Case_Involves_Whoever_Reported_It_And_Whom_It_Is_About()
    {
        var current = new CaseBuilder().About(Mona).Build();
        Assert.True(current.Involves(Ann.Id));
        Assert.True(current.Involves(new PersonId(Mona.Id.Value.ToUpperInvariant())));
        Assert.False(current.Involves(Dev.Id));
    }

    /// <summary>Every member of the closed family, and every reason for a refusal, comes out of a command in a test above.</summary>
    [Fact]
    public void The_Family_Of_Outcomes_Is_The_One_That_Callers_Handle()
    {
        Assert.Equal(
            ["AlreadyDecided", "AlreadyMerged", "AlreadyWithdrawn", "NotAllowed", "Recorded", "Stale"],
            ClosedFamily.NamesOf<CaseOutcome>());
        Assert.Equal(
            ["ActionRefused", "CaseDecided", "CaseReported", "CaseWithdrawn", "CasesMerged", "CasesTakenApart", "EvidenceDownloaded", "EvidenceExported", "EvidenceInfected", "EvidenceNameKept", "EvidencePurged",
                "EvidenceReceived", "EvidenceRedacted", "EvidenceViewed", "ExportConfirmed", "ExportDeclined", "ExportRequested",
                "HoldPlaced", "HoldReleased", "PurgeBegun", "QuestionAnswered", "QuestionAsked", "ReportTakenBack", "SubjectAccessGiven", "TwinDismissed"],
            ClosedFamily.NamesOf<CaseEvent>());
        Assert.Equal(21, Enum.GetValues<Refusal>().Length);
    }

    private static DecideCommand Command(params IReadOnlyList<DecisionOutcome> outcomes) =>
        new(1, outcomes, "Because of item 7.", "Thank you.", null, "2026-11-23");

    private static Case Recorded(CaseOutcome outcome) => Assert.IsType<CaseOutcome.Recorded>(outcome).Case;

    private static void AssertRefused(Refusal why, CaseOutcome outcome) => Assert.Equal(new CaseOutcome.NotAllowed(why), outcome);
}
