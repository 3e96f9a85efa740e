using System.Globalization;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>A week in the practice's zone: from Monday 00:00 (in) to the next Monday 00:00 (out). <c>default</c> is no week.</summary>
internal readonly record struct SummaryWeek(DateOnly Monday)
{
    private const string Format = "yyyy-MM-dd";

    public DateOnly LastDay => Monday.AddDays(6);

    public SummaryWeek Previous => new(Monday.AddDays(-7));

    public SummaryWeek Next => new(Monday.AddDays(7));

    /// <summary>The week that a day is in.</summary>
    public static SummaryWeek Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>The weeks before this one and this one itself, the earliest first.</summary>
    public IReadOnlyList<SummaryWeek> Last(int count)
    {
        var monday = Monday;
        return [.. Enumerable.Range(1 - count, count).Select(offset => new SummaryWeek(monday.AddDays(7 * offset)))];
    }

    public DateTimeOffset Start(PracticeClock clock) => clock.StartOf(Monday);

    public DateTimeOffset End(PracticeClock clock) => clock.StartOf(Next.Monday);

    public override string ToString() => Monday.ToString(Format, CultureInfo.InvariantCulture);

    public static SummaryWeek? Parse(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var monday) ? new SummaryWeek(monday) : null;
}
