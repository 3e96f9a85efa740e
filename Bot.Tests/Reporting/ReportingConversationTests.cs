using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Reporting;

public sealed class ReportingConversationTests
{
    [Fact]
    public async Task A_Report_Goes_From_The_Safety_Question_To_The_Receipt()
    {
        await using var ann = await ReportDriver.CreateAsync();

        await ann.SayAsync("report");
        Assert.Contains("is someone in danger now?", ReportDriver.Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Safe);
        Assert.Contains("What happened?", ReportDriver.Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        Assert.Contains("Never upload", ReportDriver.Read(ann.Last));
        await ann.SendPictureAsync();
        Assert.Contains("1 screenshot is kept", ReportDriver.Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Done);
        Assert.Contains("They called me names under our opening hours.", ReportDriver.Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        var sent = Assert.Single(await ann.SentAsync());
        var receipt = ReportDriver.Read(ann.Last);
        Assert.Contains("Thank you. Your report is RMC-2026-0001", receipt);
        Assert.Contains("decide by Monday 9 March 2026, 18:30", receipt);
        Assert.Contains(Assert.Single(sent.Evidence).Sha256, receipt);
        Assert.Contains("It does not prove that the post was genuine", receipt);
        Assert.Contains("Please do not reply to the post", receipt);
        Assert.Contains("116 123", receipt);
        Assert.Equal([AbuseKind.StaffNamed, AbuseKind.AbusiveOrOffensive], sent.Facts.Kinds);
        Assert.Equal((CaseBuilder.Ann, Urgency.Normal), (sent.Reporter, sent.Urgency));
    }
}
