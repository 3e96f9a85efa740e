using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.WeeklySummary;

/// <summary>Somebody is told when the channel has heard nothing for eight days. The bot came on Wednesday 4 March 2026.</summary>
public sealed class SummaryHealthTests
{
    [SkippableTheory, BothDatabases]
    public async Task Eight_Days_After_It_Came_A_Summary_Is_Missed(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);

        Assert.Equal(HealthStatus.Healthy, await HealthAsync(practice, TimeSpan.FromDays(7.9)));
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(practice, TimeSpan.FromDays(8.1)));
    }

    [SkippableTheory, BothDatabases]
    public async Task Only_One_That_Was_Sent_Counts(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);
        practice.Time.SetUtcNow(CaseBuilder.Wednesday.AddDays(5));
        var week = SummaryWeek.Parse("2026-03-02")!.Value;
        await practice.Outbox.EnqueueSummaryAsync(week.Monday, SummaryAnnouncer.Owe(CaseBuilder.Practice, week, late: true), default);

        Assert.Equal(HealthStatus.Degraded, await HealthAsync(practice, TimeSpan.FromDays(9)));
        await SentAsync(practice, CaseBuilder.Wednesday.AddDays(6));
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(practice, TimeSpan.FromDays(9)));
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(practice, TimeSpan.FromDays(14.1)));
    }

    [Fact]
    public async Task Nobody_Waits_Where_The_Bot_Was_Taken_Out()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        await practice.Get<Installations>().RemoveAsync(CaseBuilder.Practice, DeliveryDriver.Channel, default);

        Assert.Equal(HealthStatus.Healthy, await HealthAsync(practice, TimeSpan.FromDays(30)));
    }

    private static async Task SentAsync(DeliveryDriver practice, DateTimeOffset at)
    {
        await using var db = await practice.ContextAsync();
        await db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(r => r.State, OutboxState.Sent).SetProperty(r => r.SettledAt, at));
    }

    private static async Task<HealthStatus> HealthAsync(DeliveryDriver practice, TimeSpan after)
    {
        practice.Time.SetUtcNow(CaseBuilder.Wednesday + after);
        var check = new SummaryHealthCheck(practice.Get<IDbContextFactory<BotDbContext>>(), practice.Time);
        return (await check.CheckHealthAsync(new HealthCheckContext())).Status;
    }
}
