using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>Whether the channel is there and took the last summary, and when the next one falls due. Nothing is posted to find out.</summary>
internal sealed class SummaryCheck(
    SummarySchedule schedule,
    Installations installations,
    IDbContextFactory<BotDbContext> contexts,
    TeamChannels channels,
    PracticeClock clock,
    Practices practices) : PracticeCheck(practices)
{
    public const string Name = "weekly summary";

    private const string WhichChannel = "Write setup to the bot and choose another channel; where the card shows it as fixed, set Delivery:ChannelId to a channel of the practice's team in which the bot is, or leave it empty for the team's first.";

    protected override async Task<PracticeFinding> LookAsync(PracticeSettings practice, CancellationToken cancellationToken)
    {
        if (schedule.NextDue(practice) is not { } due)
        {
            return new PracticeFinding(HealthStatus.Unhealthy, "The next summary never falls due.", ToDo: "Write setup to the bot and choose a day and time; where the card shows them as fixed, set WeeklySummary:Cron to a time that comes round, such as \"0 9 * * 1\".");
        }

        var next = $"The next summary falls due on {clock.Say(due)}.";
        if (await installations.GetAsync(practice.Id, cancellationToken) is not { } team)
        {
            return new PracticeFinding(HealthStatus.Degraded, $"There is no channel to post to. {next}", ToDo: "Add the bot to the practice's team in Teams.");
        }

        // Where Teams gives no list, the roster's line says so.
        var chosen = practice.ChannelId ?? team.ChannelId;
        if (await channels.GetAsync(practice.Id, cancellationToken) is { Count: > 0 } all && all.All(channel => channel.Id != chosen))
        {
            return new PracticeFinding(HealthStatus.Degraded, $"The channel that was chosen is not among those that Teams lists for the team. If it was deleted, summaries go to the team's first; a private channel may not be listed. {next}", ToDo: WhichChannel);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Outbox.AsNoTracking()
            .Where(row => row.Practice == practice.Id && SummaryAnnouncer.Both.Contains(row.Kind))
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return last switch
        {
            { State: OutboxState.Dead } => new PracticeFinding(HealthStatus.Unhealthy, $"The channel did not take the last summary. {next}", ToDo: WhichChannel),
            { State: OutboxState.Pending, LastError: not null } => new PracticeFinding(HealthStatus.Degraded, $"The channel has not taken the last summary yet. {next}", ToDo: WhichChannel),
            { State: OutboxState.Sent } => new PracticeFinding(HealthStatus.Healthy, $"The channel has the last summary. {next}"),
            _ => new PracticeFinding(HealthStatus.Healthy, next),
        };
    }
}
