using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.ReportDriver;

namespace Rowcroft.TeamsBot.Tests.Reporting;

public sealed class OwnReportsTests
{
    [Fact]
    public async Task Own_Reports_Come_Newest_First_Ten_At_A_Time()
    {
        await using var ann = await CreateAsync();
        for (var number = 1; number <= 12; number++)
        {
            await OpenAsync(ann, new CaseBuilder());
            ann.Time.Advance(TimeSpan.FromHours(1));
        }

        await OpenAsync(ann, new CaseBuilder().ReportedBy(Bea));
        await ann.SayAsync("my reports");
        var first = Read(ann.Last);
        Assert.Contains("RMC-2026-0012: Reported", first);
        Assert.Contains("RMC-2026-0003", first);
        Assert.DoesNotContain("RMC-2026-0002", first);
        Assert.DoesNotContain("RMC-2026-0013", first);
        Assert.True(first.IndexOf("0012", StringComparison.Ordinal) < first.IndexOf("0011", StringComparison.Ordinal));

        await ann.PressAsync(ReportVerbs.Mine);
        Assert.Contains("RMC-2026-0001", Read(ann.Last));
        Assert.DoesNotContain("Older reports", Read(ann.Last));
    }

    [Fact]
    public async Task Ten_Reports_Are_One_Page()
    {
        await using var ann = await CreateAsync();
        for (var number = 1; number <= OwnReports.PageSize; number++)
        {
            await OpenAsync(ann, new CaseBuilder());
        }

        await ann.SayAsync("my reports");
        Assert.Contains("RMC-2026-0001", Read(ann.Last));
        Assert.DoesNotContain("Older reports", Read(ann.Last));
    }

    [Fact]
    public async Task A_Report_Can_Be_Withdrawn_Until_It_Is_Decided()
    {
        await using var ann = await CreateAsync();
        await OpenAsync(ann, new CaseBuilder());
        await ann.SayAsync("my reports");
        await ann.PressAsync(ReportVerbs.Withdraw);

        Assert.Contains("Report RMC-2026-0001 is withdrawn", Read(ann.Last));
        Assert.Equal(CaseStatus.Withdrawn, Assert.Single(await ann.SentAsync()).Status);
        await ann.PressAsync(ReportVerbs.Withdraw);
        Assert.Contains("was already withdrawn on Wednesday 4 March 2026, 10:00", Read(ann.Last));
    }

    [Fact]
    public async Task Who_Withdraws_Is_Told_Once_That_The_Original_In_OneDrive_Is_Theirs()
    {
        await using var ann = await CreateAsync();
        await OpenAsync(ann, new CaseBuilder().WithEvidence(CaseBuilder.Screenshot("post.png") with { IsInOneDrive = true }));
        await ann.SayAsync("my reports");
        await ann.PressAsync(ReportVerbs.Withdraw);
        Assert.Contains("Microsoft Teams Chat Files", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Withdraw);
        Assert.DoesNotContain("Microsoft Teams Chat Files", Read(ann.Last));
    }

    [Fact]
    public async Task A_Report_Decided_Meanwhile_Says_So_And_Shows_The_Outcome()
    {
        await using var ann = await CreateAsync();
        var current = await OpenAsync(ann, new CaseBuilder());
        await ann.SayAsync("my reports");
        var withdraw = ann.Press(ReportVerbs.Withdraw);
        Assert.True(await ann.Get<CaseRecorder>().CommitAsync(CaseBuilder.Decision(current, DecisionOutcome.ReportToPlatform), default));
        await ann.PressAsync(withdraw);
        Assert.Contains("was already decided on", Read(ann.Last));

        await ann.SayAsync("my reports");
        Assert.Contains("Thank you for telling us.", Read(ann.Last));
        Assert.Contains(ReportCards.Guidance.Outcome(DecisionOutcome.ReportToPlatform).ForReporter, Read(ann.Last));
        Assert.DoesNotContain(ButtonsIn(CardOf(ann.Last)!), data => (string?)data["verb"] == ReportVerbs.Withdraw);
        Assert.DoesNotContain("Because of item 7.", CardOf(ann.Last)!.ToString());
    }

    [Fact]
    public async Task Nobody_Withdraws_Or_Reads_The_Report_Of_Somebody_Else()
    {
        await using var ann = await CreateAsync();
        var annas = await OpenAsync(ann, new CaseBuilder());
        await ann.SayAsync("my reports");
        var withdraw = ann.Press(ReportVerbs.Withdraw);
        ann.Speaker = Bea;
        await ann.PressAsync(withdraw);
        Assert.Equal(ReportSentences.NoSuchReport, Read(ann.Last));

        await ann.PressAsync(new Newtonsoft.Json.Linq.JObject { ["verb"] = ReportVerbs.Send, ["draft"] = annas.Id.ToString() });
        Assert.Equal(ReportSentences.NotKept, Read(ann.Last));
        await ann.SayAsync("my reports");
        Assert.Contains("You have not sent any.", Read(ann.Last));
        Assert.True((await ann.Cases.FindAsync(CaseBuilder.Practice, annas.Id, default))!.IsOpen);
    }

    [Fact]
    public async Task Guidance_Shows_The_Code_Of_Conduct_And_Whom_To_Call()
    {
        await using var ann = await CreateAsync();
        await ann.SayAsync("guidance");

        Assert.Contains("Comments on social media must not identify staff", Read(ann.Last));
        Assert.Contains("Samaritans", Read(ann.Last));
    }

    private static async Task<Case> OpenAsync(ReportDriver driver, CaseBuilder report) =>
        (await driver.Get<CaseRecorder>().OpenAsync(report.Report(), now => now.AddDays(5), default)).Case;
}
