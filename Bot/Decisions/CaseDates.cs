using System.Globalization;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>What the cards say about when something was and when it is due, in the practice's zone.</summary>
internal sealed class CaseDates(PracticeClock clock)
{
    public string Day(DateTimeOffset instant) => PracticeClock.Say(clock.DayOf(instant));

    public string DayAndTime(DateTimeOffset instant) => clock.Say(instant);

    /// <summary>The time alone when it is today.</summary>
    public string Short(DateTimeOffset instant, DateTimeOffset now) => clock.Local(instant).ToString(
        clock.DayOf(instant) == clock.DayOf(now) ? "HH:mm" : "d MMMM yyyy, HH:mm",
        CultureInfo.InvariantCulture);

    /// <summary>Local calendar days, not 24-hour spans: something from yesterday evening is "yesterday" in the morning.</summary>
    public string Age(DateTimeOffset instant, DateTimeOffset now) => DaysBetween(instant, now) switch
    {
        <= 0 => "today",
        1 => "yesterday",
        var days => $"{days} days ago",
    };

    /// <summary>When a decision is promised, and in words when that has passed.</summary>
    public string Due(Case @case, DateTimeOffset now)
    {
        var time = clock.Local(@case.DueAt).ToString("HH:mm", CultureInfo.InvariantCulture);
        return (@case.IsOverdue(now), DaysBetween(@case.DueAt, now)) switch
        {
            (false, 0) => $"Decide by today, {time}",
            (false, _) => $"Decide by {DayAndTime(@case.DueAt)}",
            (true, 0) => $"Overdue: it was due today at {time}",
            (true, 1) => $"Overdue: it was due yesterday at {time}",
            (true, var days) => $"Overdue by {days} days: it was due on {DayAndTime(@case.DueAt)}",
        };
    }

    private int DaysBetween(DateTimeOffset from, DateTimeOffset to) => clock.DayOf(to).DayNumber - clock.DayOf(from).DayNumber;
}
