using Cronos;
using Microsoft.Extensions.Options;
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
    IOptions<PracticeOptions> practice,
    IOptions<SummaryOptions> options,
    ILogger<SummarySchedule> logger)
{
    /// <summary>A summary owed later than this after its time is marked late.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    /// <summary>How far back a due time is looked for; longer than the longest gap between two Mondays and a bank holiday.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(15);

    private readonly CronExpression _cron = CronExpression.Parse(options.Value.Cron);

    /// <summary>When the next summary falls due; <c>null</c> for an expression that never comes round.</summary>
    public DateTimeOffset? NextDue => _cron.GetNextOccurrence(clock.Now, clock.Zone);

    /// <summary>Owes what is due and not done.</summary>
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        var id = new PracticeId(practice.Value.Id);
        if (LastDue() is not { } due || await installations.GetAsync(id, cancellationToken) is not { } team)
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
            Log.Owed(logger, week, late);
        }
    }

    private DateTimeOffset? LastDue()
    {
        var last = _cron.GetOccurrences(clock.Now - Back, clock.Now, clock.Zone, fromInclusive: true, toInclusive: true).LastOrDefault();
        return last == default ? null : last;
    }

    private static partial class Log
    {
        [LoggerMessage(2601, LogLevel.Information, "The summary of the week of {Week} is owed (late: {Late})")]
        public static partial void Owed(ILogger logger, SummaryWeek week, bool late);
    }
}
