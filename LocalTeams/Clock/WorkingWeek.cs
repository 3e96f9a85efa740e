namespace Rowcroft.LocalTeams.Clock;

/// <summary>The next start of a working week in the practice's zone.</summary>
internal static class WorkingWeek
{
    private const int DaysInWeek = 7;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly TimeSpan NineInTheMorning = TimeSpan.FromHours(9);

    /// <summary>Monday 09:00 in London, after <paramref name="now"/> and never equal to it.</summary>
    public static DateTimeOffset NextMonday(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var days = (DayOfWeek.Monday - local.DayOfWeek + DaysInWeek) % DaysInWeek;
        var monday = local.Date.AddDays(days) + NineInTheMorning;
        if (monday <= local.DateTime)
        {
            monday = monday.AddDays(DaysInWeek);
        }

        return new DateTimeOffset(monday, Zone.GetUtcOffset(monday)).ToUniversalTime();
    }
}
