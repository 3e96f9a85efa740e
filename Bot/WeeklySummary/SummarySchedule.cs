using Cronos;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>
/// Owes the summary of each week once. Nothing is fired: every tick asks which week is due and not done, so that downtime, two
/// instances and a change of the clocks need no care of their own. After a longer downtime only the latest week is posted: its trend
/// shows the weeks before, and a channel full of old news helps nobody.
/// </summary>
internal sealed partial class SummarySchedule(
    Outbox outbox,
    Installations installations,
    PracticeClock clock,
    Practices practices,
    ILogger<SummarySchedule> logger)
{
    /// <summary>A summary owed later than this after its time is marked late.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    /// <summary>How far back a due time is looked for; longer than the longest gap between two Mondays and a bank holiday.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(15);

    /// <summary>When the next summary of any practice falls due; <c>null</c> for expressions that never come round.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        (await practices.ListAsync(cancellationToken)).Min(NextDue);

    /// <inheritdoc cref="NextDueAsync"/>
    public DateTimeOffset? NextDue(PracticeSettings practice) => CronExpression.Parse(practice.SummaryCron).GetNextOccurrence(clock.Now, clock.Zone);

    /// <summary>Owes what is due and not done, in every practice.</summary>
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        foreach (var practice in await practices.ListAsync(cancellationToken))
        {
            await ReconcileAsync(practice, cancellationToken);
        }
    }

    private async Task ReconcileAsync(PracticeSettings practice, CancellationToken cancellationToken)
    {
        var id = practice.Id;
        if (LastDue(practice) is not { } due || await installations.GetAsync(id, cancellationToken) is not { } team)
        {
            return;
        }

        // What fell due before the bot came to the team was never promised to anybody.
        var week = SummaryWeek.Of(clock.DayOf(due)).Previous;
        if (team.InstalledAt >= due)
        {
            return;
        }

        var late = clock.Now - due > Grace;
        if (await outbox.EnqueueSummaryAsync(week.Monday, SummaryAnnouncer.Owe(id, week, late), cancellationToken))
        {
            Log.Owed(logger, id, week, late);
        }
    }

    private DateTimeOffset? LastDue(PracticeSettings practice)
    {
        var last = CronExpression.Parse(practice.SummaryCron)
            .GetOccurrences(clock.Now - Back, clock.Now, clock.Zone, fromInclusive: true, toInclusive: true)
            .LastOrDefault();
        return last == default ? null : last;
    }

    private static partial class Log
    {
        [LoggerMessage(2601, LogLevel.Information, "The summary of practice {Practice} for the week of {Week} is owed (late: {Late})")]
        public static partial void Owed(ILogger logger, PracticeId practice, SummaryWeek week, bool late);
    }
}
