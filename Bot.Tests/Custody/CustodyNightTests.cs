using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

public sealed class CustodyNightTests
{
    private static readonly DateTimeOffset Thursday = new(2026, 3, 5, 3, 0, 0, TimeSpan.Zero);

    [SkippableTheory, BothDatabases]
    public async Task A_Flipped_Byte_Is_Told_To_Those_Who_Decide_With_The_File_And_The_Case(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        var @case = await rig.OpenAsync(screenshots: 2);
        await rig.DeliverAsync();
        await rig.FlipByteAsync(@case.Evidence[1]);

        await rig.NightAsync(Thursday);
        var told = await AlertsAsync(rig);

        Assert.Equal([ChatOf(CaseBuilder.Mona), ChatOf(CaseBuilder.Dev)], told.Select(alert => alert.Conversation));
        Assert.All(told, alert =>
        {
            foreach (var part in new[] { "Case RMC-2026-0001", "post 2.png", @case.Evidence[1].Sha256, "its content has changed", "What to do" })
            {
                Assert.Contains(part, alert.Words, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("post 1.png", alert.Words, StringComparison.Ordinal);
            Assert.Equal("The nightly check of the records needs you", alert.Summary);
        });
        Assert.DoesNotContain(rig.Logs.Lines, line => line.Contains("post 2.png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Log_Says_Which_Night_It_Was_As_Dates_Are_Written_Everywhere()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.NightAsync(Thursday);

        Assert.Contains(rig.Logs.Lines, line => line.Contains("Night of 2026-03-05: 0 cases", StringComparison.Ordinal));
    }

    [SkippableTheory, BothDatabases]
    public async Task The_Same_Finding_Is_Told_Once_Then_When_It_Changes_And_After_A_Week(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        var @case = await rig.OpenAsync();
        await rig.FlipByteAsync(@case.Evidence[0]);

        Assert.Equal([1, 1, 1], await AlertsAfterAsync(rig, 0, 1, 2));
        File.Delete(await rig.PathOfAsync(@case.Evidence[0]));
        Assert.Equal([2, 2, 2, 3], await AlertsAfterAsync(rig, 3, 4, 9, 10));
    }

    [Fact]
    public async Task What_Was_Put_Right_And_Goes_Wrong_Again_Is_Told_Again()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync();
        await rig.FlipByteAsync(@case.Evidence[0]);
        Assert.Equal([1], await AlertsAfterAsync(rig, 0));
        await rig.FlipByteAsync(@case.Evidence[0]);
        Assert.Equal([1], await AlertsAfterAsync(rig, 1));
        await rig.FlipByteAsync(@case.Evidence[0]);

        Assert.Equal([2], await AlertsAfterAsync(rig, 2));
    }

    [Fact]
    public async Task A_Manager_Who_Is_Concerned_Learns_Nothing()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync(new CaseBuilder().ConcerningTheManager());
        await rig.DeliverAsync();
        await rig.FlipByteAsync(@case.Evidence[0]);

        await rig.NightAsync(Thursday);

        Assert.Equal([ChatOf(CaseBuilder.Dev)], (await AlertsAsync(rig)).Select(alert => alert.Conversation));
    }

    [Fact]
    public async Task Of_A_Case_That_Nobody_May_See_Everybody_Learns_That_Something_Is_Wrong_And_No_More()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync(new CaseBuilder().ReportedBy(CaseBuilder.Dev).ConcerningTheManager());
        await rig.FlipByteAsync(@case.Evidence[0]);

        await rig.NightAsync(Thursday);
        var told = await AlertsAsync(rig);

        Assert.Equal(2, told.Count);
        Assert.All(told, alert =>
        {
            Assert.Contains("A case that none of you may see", alert.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("RMC", alert.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(@case.Evidence[0].Sha256, alert.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("post 1.png", alert.Words, StringComparison.Ordinal);
        });
    }

    [SkippableTheory, BothDatabases]
    public async Task Two_Instances_Make_One_Check_And_One_Alert(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        await rig.FlipByteAsync((await rig.OpenAsync()).Evidence[0]);
        rig.Time.SetUtcNow(Thursday);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rig.StartInstance().GetRequiredService<CustodyNight>()).ToList()
            .Select(night => Task.Run(() => night.ReconcileAsync(default))));

        Assert.Single(rig.Logs.Lines, line => line.Contains(" 2801 ", StringComparison.Ordinal));
        Assert.Single(await rig.OwedAsync(CustodyAnnouncer.Alert));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Night_That_Was_Broken_Off_Anywhere_Is_Made_Again_And_Tells_Nothing_Twice(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        await rig.FlipByteAsync((await rig.OpenAsync()).Evidence[0]);
        rig.Time.SetUtcNow(Thursday);
        var step = 0;
        do
        {
            rig.Breaking.At(step++);
            await Record.ExceptionAsync(() => rig.Get<CustodyNight>().ReconcileAsync(default));
            rig.Time.Advance(NightLease.Length + TimeSpan.FromSeconds(1));
        }
        while (rig.Breaking.Broke);

        rig.Breaking.At(-1);
        Assert.InRange(step, 8, 100);
        Assert.Single(await rig.OwedAsync(CustodyAnnouncer.Alert));
        Assert.Equal(HealthStatus.Degraded, (await rig.HealthAsync()).Status);
    }

    [Fact]
    public async Task Nobody_Begins_A_Night_That_Somebody_Else_Is_At_Unless_They_Are_Gone()
    {
        await using var rig = await CustodyRig.StartAsync();
        rig.Time.SetUtcNow(Thursday);
        var night = new DateOnly(2026, 3, 5);
        var slow = new NightLease(rig.Get<CustodyRuns>(), CaseBuilder.Practice, night, rig.Time);
        Assert.True(await slow.TakeAsync(default));
        var other = new NightLease(rig.Get<CustodyRuns>(), CaseBuilder.Practice, night, rig.Time);
        Assert.False(await other.TakeAsync(default));

        rig.Time.Advance(NightLease.Length / 2);
        await slow.KeepAsync(default);
        rig.Time.Advance((NightLease.Length / 2) + TimeSpan.FromSeconds(1));
        Assert.False(await other.TakeAsync(default));

        rig.Time.Advance(NightLease.Length);
        Assert.True(await other.TakeAsync(default));
        await Assert.ThrowsAsync<LeaseLostException>(() => slow.KeepAsync(default));
    }

    [Theory]
    [InlineData("2026-03-05T02:59:59Z", "2026-03-04")]
    [InlineData("2026-03-05T03:00:00Z", "2026-03-05")]
    [InlineData("2026-03-29T01:59:59Z", "2026-03-28")] // the clocks go forward at 01:00: 03:00 in London is 02:00 UTC
    [InlineData("2026-03-29T02:00:00Z", "2026-03-29")]
    [InlineData("2026-10-25T02:59:59Z", "2026-10-24")] // and back: 03:00 comes once, at 03:00 UTC
    [InlineData("2026-10-25T03:00:00Z", "2026-10-25")]
    public async Task A_Night_Falls_Due_At_Three_In_London_On_Every_Day_Of_The_Year(string now, string night)
    {
        await using var rig = await CustodyRig.StartAsync();
        rig.Time.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(DateOnly.Parse(night, System.Globalization.CultureInfo.InvariantCulture), rig.Get<CustodySchedule>().LastNight);
    }

    [Theory]
    [InlineData("2026-03-29T00:59:00Z", "2026-03-28")] // 01:30 does not exist on this night: it falls due when the clock has jumped
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25")] // 01:30 comes twice: the night is made at the first
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25")]
    public async Task A_Time_That_Is_Skipped_Or_Comes_Twice_Is_One_Night(string now, string night)
    {
        await using var rig = await CustodyRig.StartAsync("Sqlite", ("Custody:Cron", "30 1 * * *"));
        rig.Time.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(DateOnly.Parse(night, System.Globalization.CultureInfo.InvariantCulture), rig.Get<CustodySchedule>().LastNight);
        await rig.Get<CustodyNight>().ReconcileAsync(default);
        await rig.Get<CustodyNight>().ReconcileAsync(default);
        Assert.Single(rig.Logs.Lines, line => line.Contains(" 2801 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Readiness_Says_When_The_Last_Check_Was_And_What_It_Found()
    {
        await using var rig = await CustodyRig.StartAsync();
        Assert.Equal((HealthStatus.Healthy, "No nightly check has been made yet."), await HealthAsync(rig));
        var @case = await rig.OpenAsync();

        await rig.NightAsync(Thursday);
        Assert.Equal(
            (HealthStatus.Healthy, "Last check: Thursday 5 March 2026, 03:00. Cases: 1. Events: 1. Files: 1. Not as they were: 0."), await HealthAsync(rig));

        rig.Time.Advance(TimeSpan.FromHours(48) + TimeSpan.FromSeconds(1));
        Assert.Equal(HealthStatus.Degraded, (await HealthAsync(rig)).Status);

        await rig.FlipByteAsync(@case.Evidence[0]);
        await rig.NightAsync(Thursday.AddDays(3));
        var (status, words) = await HealthAsync(rig);
        Assert.Equal(HealthStatus.Degraded, status);
        Assert.EndsWith("Not as they were: 1.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_Days_Without_Any_Check_Are_Degraded()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.HealthAsync();
        rig.Time.Advance(TimeSpan.FromHours(49));

        Assert.Equal((HealthStatus.Degraded, "No nightly check could be made for two days."), await HealthAsync(rig));
    }

    [Fact]
    public async Task A_Night_Writes_The_Sqlite_File_Anew_When_It_Deleted_Something_And_Only_Then()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync());
        var before = await AnewAsync(rig);

        await rig.NightAsync(Thursday);
        Assert.Equal(before, await AnewAsync(rig));
        await rig.NightAsync(Thursday.AddYears(10));
        Assert.Equal(before + 1, await AnewAsync(rig));
        await rig.NightAsync(Thursday.AddYears(10).AddDays(1));
        Assert.Equal(before + 1, await AnewAsync(rig));
    }

    /// <summary>SQLite counts it among the changes of the schema.</summary>
    private static async Task<int> AnewAsync(CustodyRig rig)
    {
        await using var db = await rig.ContextAsync();
        return (await db.Database.SqlQueryRaw<int>("SELECT schema_version AS Value FROM pragma_schema_version").ToListAsync()).Single();
    }

    [Fact]
    public async Task It_Reads_No_Faster_Than_It_May()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var pace = CheckPace.Unhurried(new CustodyOptions { MegabytesPerSecond = 1 }, _ => Task.CompletedTask, time);
        await pace.StepAsync(50_000, default);

        var step = pace.StepAsync(950_000, default);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(step.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await step.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("Cron", "every night")]
    [InlineData("MegabytesPerSecond", "0")]
    public void A_Wrong_Setting_Is_Named(string name, string value)
    {
        var options = name == "Cron" ? new CustodyOptions { Cron = value } : new CustodyOptions { MegabytesPerSecond = 0 };

        Assert.StartsWith($"Custody:{name} must be", new CustodyOptions.Validator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    private static async Task<(HealthStatus Status, string? Words)> HealthAsync(CustodyRig rig)
    {
        var health = await rig.HealthAsync();
        return (health.Status, health.Description);
    }

    private static string ChatOf(NamedPerson person) => DeliveryDriver.ChatOf(person);

    /// <summary>How many alerts were owed after each of these days' nights.</summary>
    private static async Task<IReadOnlyList<int>> AlertsAfterAsync(CustodyRig rig, params int[] days)
    {
        var counts = new List<int>();
        foreach (var day in days)
        {
            await rig.NightAsync(Thursday.AddDays(day));
            counts.Add((await rig.OwedAsync(CustodyAnnouncer.Alert)).Count);
        }

        return counts;
    }

    private static async Task<IReadOnlyList<(string Conversation, string Words, string Summary)>> AlertsAsync(CustodyRig rig)
    {
        var before = rig.Teams.Messages.Count;
        await rig.DeliverAsync();
        return [.. rig.Teams.Messages.Skip(before)
            .Where(said => said.Activity.Summary.StartsWith("The nightly check", StringComparison.Ordinal))
            .OrderByDescending(said => said.Conversation == ChatOf(CaseBuilder.Mona))
            .Select(said => (said.Conversation, DecisionRig.Answer.WordsOf(CardJson.Of((AdaptiveCards.AdaptiveCard)said.Activity.Attachments[0].Content)), said.Activity.Summary))];
    }
}
