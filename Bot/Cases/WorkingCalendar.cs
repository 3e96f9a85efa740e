namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// When the practice works: 08:00 to 18:30 local time, Monday to Friday, without England's bank holidays and the practice's own
/// closures. 08:00 is in, 18:30 is out. Instants go in with any offset and come out in UTC.
/// </summary>
/// <param name="closures">Whole local days on which the practice is closed beside weekends and bank holidays.</param>
/// <remarks>Core hours of English general practice: https://www.essexlmc.org.uk/opening-hours-for-general-practice/.</remarks>
internal sealed class WorkingCalendar(TimeZoneInfo zone, IReadOnlySet<DateOnly> closures)
{
    public static readonly TimeOnly Opens = new(8, 0);
    public static readonly TimeOnly Closes = new(18, 30);

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !EnglandBankHolidays.Contains(day) && !closures.Contains(day);

    public bool IsWorkingTime(DateTimeOffset instant)
    {
        var local = Local(instant);
        return IsWorkingDay(DateOnly.FromDateTime(local)) && TimeOnly.FromDateTime(local) is var time && time >= Opens && time < Closes;
    }

    /// <summary>
    /// The end (18:30 local) of the <paramref name="days"/>-th working day after the one on which <paramref name="from"/> counts as
    /// received. Received is the same day when it is a working day and 18:30 has not come (before 08:00 is still that day), otherwise the
    /// next working day. With 0 days it is the end of the day of receipt.
    /// </summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var local = Local(from);
        var day = DateOnly.FromDateTime(local);
        if (!IsWorkingDay(day) || TimeOnly.FromDateTime(local) >= Closes)
        {
            day = NextWorkingDay(day);
        }

        for (var left = days; left > 0; left--)
        {
            day = NextWorkingDay(day);
        }

        return Instant(day, Closes);
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

            var opens = Instant(day, Opens);
            var closes = Instant(day, Closes);
            var worked = (closes < end ? closes : end) - (opens > start ? opens : start);
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
