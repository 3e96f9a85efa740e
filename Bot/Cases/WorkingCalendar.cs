namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// When the practice works: from opening to closing local time, Monday to Friday, without England's bank holidays and the practice's own
/// closures. The opening minute is in, the closing one is out. Instants go in with any offset and come out in UTC.
/// </summary>
/// <param name="closures">Whole local days on which the practice is closed beside weekends and bank holidays.</param>
/// <remarks>Core hours of English general practice: https://www.essexlmc.org.uk/opening-hours-for-general-practice/.</remarks>
internal sealed class WorkingCalendar(TimeZoneInfo zone, IReadOnlySet<DateOnly> closures, TimeOnly opens, TimeOnly closes)
{
    public static readonly TimeOnly CoreOpens = new(8, 0);
    public static readonly TimeOnly CoreCloses = new(18, 30);

    /// <summary>In core hours, 08:00 to 18:30.</summary>
    public WorkingCalendar(TimeZoneInfo zone, IReadOnlySet<DateOnly> closures)
        : this(zone, closures, CoreOpens, CoreCloses)
    {
    }

    public TimeOnly Opens => opens;

    public TimeOnly Closes => closes;

    /// <summary>Working time of one working day.</summary>
    public TimeSpan Day => closes - opens;

    public IReadOnlySet<DateOnly> Closures => closures;

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !EnglandBankHolidays.Contains(day) && !closures.Contains(day);

    public bool IsWorkingTime(DateTimeOffset instant)
    {
        var local = Local(instant);
        return IsWorkingDay(DateOnly.FromDateTime(local)) && TimeOnly.FromDateTime(local) is var time && time >= opens && time < closes;
    }

    /// <summary>
    /// The end of the <paramref name="days"/>-th working day after the one on which <paramref name="from"/> counts as
    /// received. Received is the same day when it is a working day and the practice has not closed (before opening is still that day), otherwise the
    /// next working day. With 0 days it is the end of the day of receipt.
    /// </summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var local = Local(from);
        var day = DateOnly.FromDateTime(local);
        if (!IsWorkingDay(day) || TimeOnly.FromDateTime(local) >= closes)
        {
            day = NextWorkingDay(day);
        }

        for (var left = days; left > 0; left--)
        {
            day = NextWorkingDay(day);
        }

        return Instant(day, closes);
    }

    /// <summary>Working time from <paramref name="start"/> to <paramref name="end"/>; zero when the end is not after the start.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset start, DateTimeOffset end)
    {
        var total = TimeSpan.Zero;
        var last = DateOnly.FromDateTime(Local(end));
        for (var day = DateOnly.FromDateTime(Local(start)); day <= last; day = day.AddDays(1))
        {
            if (!IsWorkingDay(day))
            {
                continue;
            }

            var (morning, evening) = (Instant(day, opens), Instant(day, closes));
            var worked = (evening < end ? evening : end) - (morning > start ? morning : start);
            total += worked > TimeSpan.Zero ? worked : TimeSpan.Zero;
        }

        return total;
    }

    private DateOnly NextWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!IsWorkingDay(day));

        return day;
    }

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The offset is asked for the local time itself, so both sides of a clock change come out right.</summary>
    private DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
