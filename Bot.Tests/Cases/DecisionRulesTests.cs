using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Cases;

/// <summary>What the practice can do where: it can delete on its own page only, and everything else is possible everywhere.</summary>
public sealed class DecisionRulesTests
{
    [Theory]
    [InlineData("Facebook", "OwnPagePost", true)]
    [InlineData("Facebook", "OwnPageReview", false)] // a page review can only be reported
    [InlineData("Facebook", "Profile", false)] // also a post elsewhere that tags the practice
    [InlineData("Facebook", "Group", false)]
    [InlineData("Facebook", "NotSaid", false)]
    [InlineData("Facebook", "DirectMessage", false)]
    [InlineData("X", "Profile", false)]
    [InlineData("Instagram", "OwnPagePost", false)] // "own page" is the Facebook page
    [InlineData("YouTube", "Profile", false)]
    [InlineData("LinkedIn", "Profile", false)]
    [InlineData("TikTok", "Profile", false)]
    [InlineData("WhatsApp", "DirectMessage", false)]
    [InlineData("GoogleReview", "ReviewSite", false)]
    [InlineData("NhsReview", "ReviewSite", false)] // "report as unsuitable" is a report
    [InlineData("Other", "OwnPagePost", false)]
    public void Removal_Is_Offered_On_The_Practices_Own_Page_Only(string platform, string location, bool removable)
    {
        var facts = new CaseBuilder().On(Enum.Parse<Platform>(platform), Enum.Parse<PostLocation>(location)).Report().Facts;
        DecisionOutcome[] everywhere =
        [
            DecisionOutcome.ReportToPlatform,
            DecisionOutcome.LegalAdvice,
            DecisionOutcome.ComplaintsProcedure,
            DecisionOutcome.NhsReview,
            DecisionOutcome.HumanResources,
            DecisionOutcome.NoFurtherAction,
        ];

        Assert.Equal(removable ? [DecisionOutcome.RemoveFromPage, .. everywhere] : everywhere, DecisionRules.Possible(facts));
    }

    [Fact]
    public void Only_What_Can_Make_The_Proof_Disappear_Needs_Evidence() =>
        Assert.Equal(
            [DecisionOutcome.RemoveFromPage, DecisionOutcome.ReportToPlatform],
            Enum.GetValues<DecisionOutcome>().Where(DecisionRules.NeedsEvidence));
}
