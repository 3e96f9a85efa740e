using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Cases;

public sealed class CustodyCommandsTests
{
    private static readonly DateTimeOffset Later = Wednesday.AddDays(30);

    [Fact]
    public void A_Hold_Says_Who_When_And_Why()
    {
        var recorded = Recorded(new CaseBuilder().Decided().PlaceHold("  A solicitor's letter ", Dev, Later));

        Assert.Equal(new LegalHold(Dev, Later, "A solicitor's letter"), recorded.Case.Hold);
        Assert.Equal(3, recorded.Case.Version);
        Assert.Equal(new HoldPlaced(Dev.Id, Later, "A solicitor's letter"), recorded.Event);
    }

    [Fact]
    public void An_Open_A_Decided_And_A_Withdrawn_Case_Can_Be_Held()
    {
        var withdrawn = Recorded(new CaseBuilder().Build().Withdraw(Ann, Later)).Case;

        Assert.All([new CaseBuilder().Build(), new CaseBuilder().Decided(), withdrawn], current =>
            Assert.NotNull(Recorded(current.PlaceHold("A claim", Mona, Later)).Case.Hold));
    }

    [Fact]
    public void A_Release_Takes_The_Hold_Away_And_Keeps_Its_Reason()
    {
        var recorded = Recorded(Held().ReleaseHold(" It is over ", Mona, Later));

        Assert.Null(recorded.Case.Hold);
        Assert.Equal(new HoldReleased(Mona.Id, Later, "It is over"), recorded.Event);
    }

    [Fact]
    public void A_Second_Hold_And_A_Second_Release_Change_Nothing()
    {
        AssertRefused(Refusal.AlreadyOnHold, Held().PlaceHold("Again", Dev, Later));
        AssertRefused(Refusal.NotOnHold, new CaseBuilder().Build().ReleaseHold("Again", Dev, Later));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \n")]
    [InlineData("long")]
    public void A_Hold_And_A_Release_Need_A_Reason_Of_A_Sensible_Length(string? reason)
    {
        var (typed, why) = reason == "long"
            ? (new string('x', ReportedFacts.MaxTextLength + 1), Refusal.TextTooLong)
            : (reason, Refusal.TextMissing);

        AssertRefused(why, new CaseBuilder().Build().PlaceHold(typed, Dev, Later));
        AssertRefused(why, Held().ReleaseHold(typed, Dev, Later));
    }

    [Fact]
    public void Seeking_Legal_Advice_Places_A_Hold_In_The_Same_Moment()
    {
        var decided = CaseBuilder.Decision(new CaseBuilder().Build(), DecisionOutcome.LegalAdvice);

        Assert.Equal(new LegalHold(Mona, decided.Event.At, "Legal referral"), decided.Case.Hold);
        Assert.Equal([new HoldPlaced(Mona.Id, decided.Event.At, "Legal referral")], decided.Also);
        Assert.Equal(2, decided.Case.Version);
    }

    [Fact]
    public void Other_Decisions_Place_None_And_A_Hold_That_Is_There_Stays_As_It_Is()
    {
        var held = Held();

        Assert.Null(CaseBuilder.Decision(new CaseBuilder().Build(), DecisionOutcome.RemoveFromPage, DecisionOutcome.ReportToPlatform).Case.Hold);
        var decided = CaseBuilder.Decision(held, DecisionOutcome.LegalAdvice);
        Assert.Equal((held.Hold, 0), (decided.Case.Hold, decided.Also.Count));
        Assert.Equal(held.Hold, CaseBuilder.Decision(held, DecisionOutcome.NoFurtherAction).Case.Hold);
    }

    [Fact]
    public void A_Purge_Begins_Once_And_Then_No_Hold_Comes_Any_More()
    {
        var begun = Recorded(new CaseBuilder().Decided().BeginPurge("10 years", Later));

        Assert.Equal(new PurgeStart(Later, "10 years"), begun.Case.Purge);
        Assert.Equal(new PurgeBegun(PersonId.Bot, Later, "10 years"), begun.Event);
        AssertRefused(Refusal.BeingDeleted, begun.Case.BeginPurge("10 years", Later));
        AssertRefused(Refusal.BeingDeleted, begun.Case.PlaceHold("Stop", Mona, Later));
    }

    [Fact]
    public void A_Case_On_Hold_Or_Still_Open_Is_Not_Purged()
    {
        AssertRefused(Refusal.AlreadyOnHold, Held().BeginPurge("10 years", Later));
        AssertRefused(Refusal.StillOpen, new CaseBuilder().Build().BeginPurge("10 years", Later));
    }

    [Fact]
    public void A_Hold_Survives_The_Round_Trip()
    {
        var json = CaseJson.Write(Held());

        Assert.Equal(Held().Hold, CaseJson.ReadCase(json).Hold);
        Assert.DoesNotContain("hold", CaseJson.Write(new CaseBuilder().Build()), StringComparison.Ordinal);
    }

    private static Case Held() => Recorded(new CaseBuilder().Build().PlaceHold("A claim", Mona, Wednesday)).Case;

    private static CaseOutcome.Recorded Recorded(CaseOutcome outcome) => Assert.IsType<CaseOutcome.Recorded>(outcome);

    private static void AssertRefused(Refusal why, CaseOutcome outcome) => Assert.Equal(new CaseOutcome.NotAllowed(why), outcome);
}
