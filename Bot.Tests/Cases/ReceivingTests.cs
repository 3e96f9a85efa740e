using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Cases;

/// <summary>A screenshot that comes after the report.</summary>
public sealed class ReceivingTests
{
    private static readonly DateTimeOffset Later = Wednesday.AddHours(2);
    private static readonly SealedEvidence File = Screenshot("late.png");

    [Fact]
    public void It_Settles_One_That_Was_Missing()
    {
        var recorded = Assert.IsType<CaseOutcome.Recorded>((new CaseBuilder().Build() with { MissingEvidence = 2 }).Receive(File, Ann, Later));

        Assert.Equal((1, 2, 2), (recorded.Case.MissingEvidence, recorded.Case.Version, recorded.Case.Evidence.Count));
        Assert.Equal(new EvidenceReceived(Ann.Id, Later, File), recorded.Event);
        Assert.Equal(0, ((CaseOutcome.Recorded)new CaseBuilder().Build().Receive(File, Ann, Later)).Case.MissingEvidence);
    }

    [Fact]
    public void Only_The_Reporters_And_Only_Once_And_Never_Of_A_Sexual_Image()
    {
        var @case = new CaseBuilder().WithEvidence(File).Build();

        Assert.Equal(new CaseOutcome.NotAllowed(Refusal.NotTheReporter), @case.Receive(Screenshot("x"), Mona, Later));
        Assert.Equal(new CaseOutcome.NotAllowed(Refusal.AlreadyReceived), @case.Receive(File, Ann, Later));
        Assert.Equal(
            new CaseOutcome.NotAllowed(Refusal.NoPicturesOfThis),
            new CaseBuilder().WithoutEvidence().OfKind(AbuseKind.SexualImage).Build().Receive(File, Ann, Later));
    }

    [Fact]
    public void A_Case_That_Has_Ended_Takes_No_More()
    {
        Assert.IsType<CaseOutcome.AlreadyDecided>(new CaseBuilder().Decided().Receive(File, Ann, Later));
        var withdrawn = ((CaseOutcome.Recorded)new CaseBuilder().Build().Withdraw(Ann, Later)).Case;
        Assert.IsType<CaseOutcome.AlreadyWithdrawn>(withdrawn.Receive(File, Ann, Later));
    }
}
