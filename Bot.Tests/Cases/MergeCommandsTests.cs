using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Cases;

public sealed class MergeCommandsTests
{
    private static readonly NamedPerson Bea = new(new PersonId("00000000-0000-0000-0000-0000000000e1"), "Bea Nurse");
    private static readonly DateTimeOffset Later = Wednesday.AddHours(2);

    private readonly Case _first = new CaseBuilder().Numbered(1).Build();
    private readonly Case _second = new CaseBuilder().Numbered(2).ReportedBy(Bea).About(Dev).ConcerningTheManager().Urgent()
        .DueAt(Wednesday.AddDays(1)).WithoutEvidence().Build();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_Earlier_Case_Decides_Whichever_Was_Looked_At(bool fromTheFirst)
    {
        var recorded = Assert.IsType<CaseOutcome.Recorded>(fromTheFirst ? _first.Merge(_second, Mona, Later) : _second.Merge(_first, Mona, Later));
        var (main, duplicate) = (recorded.Case, recorded.Together!.Case);

        Assert.Equal((_first.Id, 2, CaseStatus.Reported, Urgency.Urgent, _second.DueAt), (main.Id, main.Version, main.Status, main.Urgency, main.DueAt));
        var report = Assert.Single(main.Merged);
        Assert.Equal((_second.Id, _second.Reference, Bea, 0), (report.Id, report.Reference, report.Reporter, report.Screenshots));
        Assert.Equal((CaseStatus.DuplicateOf, 2, _first.Id), (duplicate.Status, duplicate.Version, duplicate.DuplicateOf!.Main));
        Assert.False(duplicate.IsOpen);
        Assert.Equal(recorded.Event, recorded.Together.Event);
    }

    [Fact]
    public void Whoever_Reported_Any_Of_Them_Or_Is_Concerned_By_Any_Is_Involved_In_All()
    {
        var (main, _) = Together();

        Assert.True(main.Involves(Ann.Id));
        Assert.True(main.Involves(Bea.Id));
        Assert.True(main.Involves(Dev.Id));
        Assert.True(main.ConcernsManager);
        Assert.False(_first.Involves(Dev.Id));
    }

    [Fact]
    public void What_Is_Decided_Taken_Back_Merged_Elsewhere_Or_Of_Another_Practice_Is_Not_Merged()
    {
        var (_, duplicate) = Together();
        var withdrawn = ((CaseOutcome.Recorded)_second.Withdraw(Bea, Later)).Case;
        var third = new CaseBuilder().Numbered(3).Build();

        Assert.IsType<CaseOutcome.AlreadyDecided>(new CaseBuilder().Numbered(4).Decided().Merge(_first, Mona, Later));
        Assert.IsType<CaseOutcome.AlreadyWithdrawn>(_first.Merge(withdrawn, Mona, Later));
        Assert.IsType<CaseOutcome.AlreadyMerged>(third.Merge(duplicate, Mona, Later));
        Assert.Equal(new CaseOutcome.NotAllowed(Refusal.SameCase), _first.Merge(_first, Mona, Later));
        Assert.Equal(
            new CaseOutcome.NotAllowed(Refusal.OtherPractice),
            _first.Merge(new CaseBuilder().In(new PracticeId("elsewhere")).Numbered(5).Build(), Mona, Later));
    }

    [Fact]
    public void A_Merged_Case_Decides_Asks_And_Merges_Nothing_By_Itself()
    {
        var (_, duplicate) = Together();

        Assert.IsType<CaseOutcome.AlreadyMerged>(duplicate.Decide(Command(DecisionOutcome.HumanResources), Mona, Later));
        Assert.IsType<CaseOutcome.AlreadyMerged>(duplicate.Ask(new AskCommand(duplicate.Version, "Where?"), Mona, Later));
        Assert.IsType<CaseOutcome.AlreadyMerged>(duplicate.NotTheSame(_first, Mona, Later));
    }

    [Fact]
    public void A_Chain_Of_Merges_Keeps_Every_Reporter_And_A_Hold()
    {
        var third = new CaseBuilder().Numbered(3).Build();
        var held = ((CaseOutcome.Recorded)third.PlaceHold("A solicitor asked", Mona, Later)).Case;
        var inner = (CaseOutcome.Recorded)_second.Merge(held, Mona, Later);
        var outer = (CaseOutcome.Recorded)_first.Merge(inner.Case, Mona, Later);

        Assert.Equal([_second.Id, third.Id], outer.Case.Merged.Select(report => report.Id));
        Assert.Equal([_first.Id, _second.Id, third.Id], outer.Case.Family);
        Assert.NotNull(inner.Case.Hold);
        Assert.IsType<HoldPlaced>(Assert.Single(inner.Also));
        Assert.Equal("A solicitor asked", outer.Case.Hold!.Reason);
    }

    [Fact]
    public void Taken_Apart_Each_Is_A_Case_Again_And_Is_Not_Offered_Again()
    {
        var (main, duplicate) = Together();
        var apart = (CaseOutcome.Recorded)duplicate.TakeApart(main, Mona, Later.AddHours(1));

        Assert.Empty(apart.Case.Merged);
        Assert.Contains(duplicate.Id, apart.Case.NotTwins);
        Assert.Equal((CaseStatus.Reported, null), (apart.Together!.Case.Status, apart.Together.Case.DuplicateOf));
        Assert.False(apart.Case.Involves(Bea.Id));
        Assert.True(apart.Together.Case.WasDuplicateAt(Later.AddMinutes(30)));
        Assert.False(apart.Together.Case.WasDuplicateAt(Later));
        Assert.False(apart.Together.Case.WasDuplicateAt(Later.AddHours(2)));
        Assert.Equal(new CaseOutcome.NotAllowed(Refusal.NotTogether), _second.TakeApart(_first, Mona, Later));
    }

    [Fact]
    public void One_Reporter_Takes_Theirs_Back_And_The_Case_Goes_On_Until_The_Last_Has()
    {
        var (main, duplicate) = Together();

        var left = ((CaseOutcome.Recorded)main.Withdraw(Ann, Later)).Case;
        Assert.True(left.IsOpen);
        Assert.Equal(Later, left.ReporterLeftAt);
        Assert.Equal(CaseStatus.Withdrawn, left.ForItsReporter(null).Status);
        Assert.Equal(new CaseOutcome.NotAllowed(Refusal.ReporterLeft), left.Ask(new AskCommand(left.Version, "Where?"), Mona, Later));
        Assert.Equal(new CaseOutcome.AlreadyWithdrawn(Later), left.Withdraw(Ann, Later.AddHours(1)));

        var last = (CaseOutcome.Recorded)duplicate.Withdraw(Bea, Later.AddHours(1), left);
        Assert.Equal(CaseStatus.Withdrawn, last.Case.Status);
        Assert.Equal(CaseStatus.Withdrawn, last.Together!.Case.Status);

        var first = (CaseOutcome.Recorded)duplicate.Withdraw(Bea, Later, main);
        Assert.True(first.Together!.Case.IsOpen);
        Assert.Empty(first.Together.Case.StandingReports);
        Assert.True(first.Together.Case.Involves(Bea.Id));
    }

    [Fact]
    public void For_Its_Reporter_A_Merged_Report_Stands_As_The_Case_That_Decides()
    {
        var (main, duplicate) = Together();
        var asked = ((CaseOutcome.Recorded)main.Ask(new AskCommand(main.Version, "Where?"), Mona, Later)).Case;
        var decided = CaseBuilder.Decision(main).Case;

        Assert.Equal((CaseStatus.UnderReview, duplicate.Reference), (duplicate.ForItsReporter(asked).Status, duplicate.ForItsReporter(asked).Reference));
        Assert.Null(duplicate.ForItsReporter(asked).OpenQuestion);
        Assert.Equal(decided.Decision, duplicate.ForItsReporter(decided).Decision);
    }

    [Fact]
    public void Merged_Cases_And_Their_Events_Survive_The_Round_Trip()
    {
        var recorded = (CaseOutcome.Recorded)_first.Merge(_second, Mona, Later);
        foreach (var change in (CaseOutcome.Recorded[])[recorded, recorded.Together!])
        {
            var json = CaseJson.Write(change.Case);
            Assert.Equal(json, CaseJson.Write(CaseJson.ReadCase(json)));
            Assert.Equal(change.Event, CaseJson.ReadEvent(CaseJson.Write(change.Event)));
        }
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, false)]
    public void Removing_And_Reporting_Are_Locked_Until_Something_Is_Sealed(int @sealed, int waiting, bool locked)
    {
        var command = Command(DecisionOutcome.RemoveFromPage, DecisionOutcome.ReportToPlatform);

        var outcome = _first.Decide(command, new EvidenceAtHand(@sealed, waiting), Mona, Later);

        Assert.Equal(locked ? new CaseOutcome.NotAllowed(Refusal.EvidenceMissing) : null, outcome as CaseOutcome.NotAllowed);
        Assert.IsType<CaseOutcome.Recorded>(
            _first.Decide(command with { NoEvidenceReason = "It was gone." }, new EvidenceAtHand(@sealed, waiting), Mona, Later));
    }

    private static DecideCommand Command(params IReadOnlyList<DecisionOutcome> outcomes) => new(1, outcomes, "Item 7", null, null, "2026-01");

    private (Case Main, Case Duplicate) Together()
    {
        var recorded = (CaseOutcome.Recorded)_first.Merge(_second, Mona, Later);
        return (recorded.Case, recorded.Together!.Case);
    }
}
