using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>The real bot, spoken to as in Teams.</summary>
public sealed class CustodyStoryTests
{
    [Fact]
    public async Task What_People_Do_Is_No_Finding_And_A_Hold_And_The_Record_Are_A_Line_Away()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        var receptionist = practice.Receptionist;
        await receptionist.ReportAsync(null, receptionist.Paste(SamplePictures.Png(1)), receptionist.Paste(SamplePictures.Png(2)));
        await practice.Teams.UntilAsync(() => practice.Manager.FromBot.Count > 0); // the case's own card has come
        await practice.Manager.SayAsync("case RMC-2026-0001 hold a solicitor's letter");
        Assert.Contains("The case is on legal hold.", practice.Manager.Reads(), StringComparison.Ordinal);
        await practice.Nurse.SayAsync("case RMC-2026-0001 history");
        await practice.Manager.SayAsync("case rmc-2026-0001 History");
        Assert.Contains("legal hold placed", practice.Manager.Reads(), StringComparison.Ordinal);
        Assert.Contains("refused: custody/history", practice.Manager.Reads(), StringComparison.Ordinal);

        var report = await practice.Get<CustodyCheck>().RunAsync(
            CaseBuilder.Practice, CheckPace.AsFastAsItGoes(TimeProvider.System), default);

        Assert.Empty(report.Findings);
        Assert.Equal((1, 3, 2), (report.Cases, report.Events, report.Files));
        Assert.Equal("a solicitor's letter", (await practice.Get<CaseStore>().FindByReferenceAsync(CaseBuilder.Practice, new CaseReference("RMC", 2026, 1), default))!.Hold!.Reason);
    }
}
