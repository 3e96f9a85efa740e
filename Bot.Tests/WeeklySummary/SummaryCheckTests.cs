using System.Net;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.WeeklySummary;

public sealed class SummaryCheckTests
{
    private const string Next = "The next summary falls due on Monday 9 March 2026, 09:00.";

    [SkippableTheory, BothDatabases]
    public async Task It_Says_When_The_Next_One_Is_Due_And_Whether_The_Channel_Took_The_Last(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);
        Assert.Equal((HealthStatus.Healthy, Next), await FindsAsync(practice));

        await practice.Outbox.EnqueueAsync(Summary(practice, "week"), default);
        practice.Teams.Answer = _ => FakeTeams.Status(HttpStatusCode.Forbidden);
        await practice.DeliverAsync();
        Assert.Equal((HealthStatus.Degraded, $"The channel has not taken the last summary yet. {Next}"), await FindsAsync(practice));

        practice.Teams.Answer = _ => null;
        practice.Time.Advance(TimeSpan.FromMinutes(1));
        await practice.DeliverAsync();
        Assert.Equal((HealthStatus.Healthy, $"The channel has the last summary. {Next}"), await FindsAsync(practice));

        practice.Teams.Answer = _ => FakeTeams.Status(HttpStatusCode.BadRequest);
        await practice.Outbox.EnqueueAsync(practice.To(new Recipient.ToChannel(), "another card"), default);
        await practice.DeliverAsync();
        Assert.Equal((HealthStatus.Healthy, $"The channel has the last summary. {Next}"), await FindsAsync(practice));

        await practice.Outbox.EnqueueAsync(Summary(practice, "next week"), default);
        await practice.DeliverAsync();
        Assert.Equal((HealthStatus.Unhealthy, $"The channel did not take the last summary. {Next}"), await FindsAsync(practice));
    }

    [Fact]
    public async Task Without_A_Team_There_Is_No_Channel()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        await practice.Get<Installations>().RemoveAsync(CaseBuilder.Practice, DeliveryDriver.Channel, default);
        Assert.Equal((HealthStatus.Degraded, $"There is no channel to post to. {Next}"), await FindsAsync(practice));
    }

    [Fact]
    public async Task A_Channel_That_Was_Deleted_Is_Seen_Before_Anything_Is_Posted()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: new Dictionary<string, string?> { ["Delivery:ChannelId"] = "19:deleted@thread.tacv2" });
        await practice.Manager.SayAsync("selftest");
        Assert.Contains("The channel that was chosen is not among those that Teams lists for the team. If it was deleted, summaries go to the team's first;", practice.Manager.Reads(), StringComparison.Ordinal);
        Assert.Contains("Write setup to the bot and choose another channel", practice.Manager.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Channel_Of_The_Team_Is_Fine()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        await practice.Manager.SayAsync("selftest");
        Assert.DoesNotContain("not among those that Teams lists", practice.Manager.Reads(), StringComparison.Ordinal);
        Assert.Contains(Next, practice.Manager.Reads(), StringComparison.Ordinal);
    }

    /// <summary>Teams that says nothing of channels.</summary>
    private static TeamChannels Channels(DeliveryDriver practice) => new(
        practice.Get<IDbContextFactory<BotDbContext>>(),
        new TeamConnector(Mock.Of<BotFrameworkAuthentication>(), new ConfigurationBuilder().Build()),
        practice.Time,
        NullLogger<TeamChannels>.Instance);

    private static Announcement Summary(DeliveryDriver practice, string key) =>
        practice.To(new Recipient.ToChannel(), key) with { Kind = SummaryAnnouncer.Kind };

    private static async Task<(HealthStatus, string?)> FindsAsync(DeliveryDriver practice)
    {
        var clock = new PracticeClock(Options.Create(new PracticeOptions()), practice.Time);
        var installations = practice.Get<Installations>();
        var practices = practice.Get<Practices>();
        var schedule = new SummarySchedule(practice.Outbox, installations, clock, practices, NullLogger<SummarySchedule>.Instance);
        var found = await new SummaryCheck(schedule, installations, practice.Get<IDbContextFactory<BotDbContext>>(), Channels(practice), clock, practices)
            .CheckHealthAsync(new HealthCheckContext());
        return (found.Status, found.Description);
    }
}
