using System.Globalization;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.People;

/// <summary>Time as the practice sees it: its zone, and dates in British words.</summary>
internal sealed class PracticeClock(IOptions<PracticeOptions> options, TimeProvider time)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Midnight at which a local day begins, as an instant in UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>For example <c>Thursday 26 November 2026</c>.</summary>
    public static string Say(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>For example <c>Thursday 26 November 2026, 18:30</c>, in the practice's zone.</summary>
    public string Say(DateTimeOffset instant) => Local(instant).ToString("dddd d MMMM yyyy, HH:mm", British);
}
