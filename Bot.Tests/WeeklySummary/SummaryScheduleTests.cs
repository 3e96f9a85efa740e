using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.WeeklySummary;

/// <summary>The bot was installed on Wednesday 4 March 2026 at 10:00; the first Monday after it is 9 March.</summary>
public sealed class SummaryScheduleTests
{
    private static readonly DateTimeOffset MondayNine = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    [SkippableTheory, BothDatabases]
    public async Task The_Week_Is_Owed_On_Monday_At_Nine_And_Once(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);

        Assert.Empty(await OwedAsync(practice, MondayNine.AddSeconds(-1)));
        Assert.Equal(["weekly-summary 2026-03-02"], await OwedAsync(practice, MondayNine));
        Assert.Equal(["weekly-summary 2026-03-02"], await OwedAsync(practice, MondayNine.AddHours(5)));
    }

    [SkippableTheory, BothDatabases]
    public async Task Two_Instances_Owe_It_Once(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);
        practice.Time.SetUtcNow(MondayNine);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Schedule(practice).ReconcileAsync(default))));

        Assert.Single(await practice.RowsAsync());
    }

    [SkippableTheory, BothDatabases]
    public async Task Missed_While_Down_It_Is_Owed_At_The_Next_Start_And_Marked_Late(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);

        Assert.Equal(["weekly-summary-late 2026-03-02"], await OwedAsync(practice, MondayNine.AddDays(1)));
    }

    [Fact]
    public async Task After_Weeks_Of_Downtime_Only_The_Latest_Week_Is_Owed()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");

        Assert.Equal(["weekly-summary-late 2026-03-16"], await OwedAsync(practice, MondayNine.AddDays(15)));
    }

    [Fact]
    public async Task Nothing_Is_Owed_For_A_Monday_Before_The_Bot_Came()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");

        Assert.Empty(await OwedAsync(practice, CaseBuilder.Wednesday.AddHours(1)));
    }

    [Fact]
    public async Task Nothing_Is_Owed_Where_The_Bot_Is_In_No_Team()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        await practice.Get<Installations>().RemoveAsync(CaseBuilder.Practice, DeliveryDriver.Channel, default);

        Assert.Empty(await OwedAsync(practice, MondayNine));
    }

    [Fact]
    public async Task The_Clocks_Going_Forward_And_Back_Do_Not_Move_It()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");

        // Sunday 29 March and Sunday 25 October 2026: from the next Monday on, 09:00 in London is another hour in UTC.
        await OwedAsync(practice, new DateTimeOffset(2026, 3, 30, 7, 59, 59, TimeSpan.Zero));
        Assert.Contains("weekly-summary 2026-03-23", await OwedAsync(practice, new DateTimeOffset(2026, 3, 30, 8, 0, 0, TimeSpan.Zero)));
        Assert.DoesNotContain("weekly-summary 2026-10-19", await OwedAsync(practice, new DateTimeOffset(2026, 10, 26, 8, 30, 0, TimeSpan.Zero)));
        Assert.Contains("weekly-summary 2026-10-19", await OwedAsync(practice, new DateTimeOffset(2026, 10, 26, 9, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task On_A_Bank_Holiday_It_Comes_All_The_Same()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");

        Assert.Contains("weekly-summary 2026-03-30", await OwedAsync(practice, new DateTimeOffset(2026, 4, 6, 8, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("monday")]
    [InlineData("0 9 * *")]
    public void A_Time_That_Cannot_Be_Read_Is_Refused_In_A_Sentence(string cron)
    {
        var result = new SummaryOptions.Validator().Validate(null, new SummaryOptions { Cron = cron });

        Assert.StartsWith("WeeklySummary:Cron must be", result.FailureMessage, StringComparison.Ordinal);
    }

    /// <summary>It is this time; what is owed for the channel so far?</summary>
    private static async Task<IReadOnlyList<string>> OwedAsync(DeliveryDriver practice, DateTimeOffset now)
    {
        practice.Time.SetUtcNow(now);
        await Schedule(practice).ReconcileAsync(default);
        return [.. (await practice.RowsAsync()).Where(row => row.Recipient == OutboxRecipient.Channel).Select(row => $"{row.Kind} {row.Detail}")];
    }

    private static SummarySchedule Schedule(DeliveryDriver practice) => new(
        practice.Outbox,
        practice.Get<Installations>(),
        new PracticeClock(practice.Get<IOptions<PracticeOptions>>(), practice.Time),
        practice.Get<Practices>(),
        NullLogger<SummarySchedule>.Instance);
}
