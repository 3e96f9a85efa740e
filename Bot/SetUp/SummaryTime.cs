using System.Globalization;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>A weekday and a time in the bot's zone.</summary>
internal readonly record struct SummaryTime(DayOfWeek Day, TimeOnly Time)
{
    /// <returns><c>null</c> for a cron expression that is not one time on one weekday.</returns>
    public static SummaryTime? Parse(string cron) =>
        cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var minute, var hour, "*", "*", var day]
        && Number(minute) is { } m and < 60 && Number(hour) is { } h and < 24 && Number(day) is { } d and < 8
            ? new SummaryTime((DayOfWeek)(d % 7), new TimeOnly(h, m))
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
