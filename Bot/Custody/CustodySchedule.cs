using Cronos;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>Which night's check is due, in the practice's zone.</summary>
internal sealed class CustodySchedule(PracticeClock clock, IOptions<CustodyOptions> options)
{
    /// <summary>How far back a due time is looked for; after a longer downtime one check makes up for all.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(8);

    private readonly CronExpression _cron = CronExpression.Parse(options.Value.Cron);

    /// <summary><c>null</c> for an expression that never comes round.</summary>
    public DateTimeOffset? NextDue => _cron.GetNextOccurrence(clock.Now, clock.Zone);

    /// <summary>The latest night whose time has come; <c>null</c> when there was none lately.</summary>
    public DateOnly? LastNight
    {
        get
        {
            var last = _cron.GetOccurrences(clock.Now - Back, clock.Now, clock.Zone, fromInclusive: true, toInclusive: true).LastOrDefault();
            return last == default ? null : clock.DayOf(last);
        }
    }
}
