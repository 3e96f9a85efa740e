using System.Collections.Concurrent;

namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// The bank holidays of England and Wales, computed: New Year's Day, Good Friday, Easter Monday, the early May, spring and summer
/// holidays, Christmas Day and Boxing Day. One that falls on a weekend is kept on the next weekday that is not already one. Days added
/// for a single year (a coronation, say) cannot be computed: the practice enters them as closures.
/// </summary>
internal static class EnglandBankHolidays
{
    private static readonly ConcurrentDictionary<int, IReadOnlySet<DateOnly>> Known = new();

    /// <summary>The days on which the holidays of a year are kept; always weekdays of that same year.</summary>
    public static IReadOnlySet<DateOnly> In(int year) => Known.GetOrAdd(year, Compute);

    public static bool Contains(DateOnly day) => In(day.Year).Contains(day);

    private static SortedSet<DateOnly> Compute(int year)
    {
        var easter = EasterSunday(year);
        DateOnly[] nominal =
        [
            new(year, 1, 1),
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(new DateOnly(year, 5, 1)),
            FirstMonday(new DateOnly(year, 5, 25)),
            FirstMonday(new DateOnly(year, 8, 25)),
            new(year, 12, 25),
            new(year, 12, 26),
        ];

        // Those on a weekday first: Christmas on a Sunday passes over Boxing Day to the Tuesday.
        var kept = new SortedSet<DateOnly>(nominal.Where(IsWeekday));
        foreach (var day in nominal.Where(day => !IsWeekday(day)))
        {
            var substitute = day.AddDays(1);
            while (!IsWeekday(substitute) || kept.Contains(substitute))
            {
                substitute = substitute.AddDays(1);
            }

            kept.Add(substitute);
        }

        return kept;
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateOnly FirstMonday(DateOnly from) => from.AddDays((DayOfWeek.Monday - from.DayOfWeek + 7) % 7);

    /// <summary>Gregorian Easter: the Sunday after the full moon of the church's calendar (the anonymous "Meeus/Jones/Butcher" method).</summary>
    private static DateOnly EasterSunday(int year)
    {
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var metonic = year % 19;
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * metonic) + century - (century / 4) - moonCorrection + 15) % 30;
        var daysToSunday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var lateMoon = (metonic + (11 * epact) + (22 * daysToSunday)) / 451;
        var (month, day) = Math.DivRem(epact + daysToSunday - (7 * lateMoon) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
