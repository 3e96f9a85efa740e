namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>The sentences of a summary.</summary>
internal static class SummaryWords
{
    public const string Notification = "The weekly summary of online abuse reports is here";
    public const string Quiet = "A quiet week: nothing was reported, and nothing is waiting for a decision.";
    public const string NothingReported = "Nothing new was reported.";
    public const string Late = "This summary comes later than planned.";
    public const string NoChart = "This version of Teams cannot draw the chart. The numbers are:";
    public const string Footer = "Numbers only: no names, no links, no quotes. If something happened to you, write \"report\" to me in a private chat.";
    public const string SmallCounts = "Small numbers are not given, so that nobody can be picked out.";

    private const string UnderAnHour = "less than an hour of working time";

    public static string HalfTook(WorkingMedian median) => Say(median) is var words && words == UnderAnHour
        ? $"Half of the decisions took {words}."
        : $"Half of the decisions took {words} or less.";

    public static string CountedOnce(int repeats) => repeats == 1
        ? "1 more report was of a post that had been reported before. Each post is counted once."
        : $"{repeats} more reports were of posts that had been reported before. Each post is counted once.";

    public static string Say(SummaryCount count) => count switch
    {
        SummaryCount.Shown shown => $"{shown.Value}",
        SummaryCount.FewerThanThree => "fewer than 3",
        SummaryCount.KeptBack => "not shown",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Working time in words: core hours make a working day of ten and a half hours.</summary>
    public static string Say(WorkingMedian median)
    {
        var (working, day) = median;
        var days = (int)(working / day);
        var hours = (int)Math.Round((working - (days * day)).TotalHours, MidpointRounding.AwayFromZero);
        return (days, hours) switch
        {
            (0, 0) => UnderAnHour,
            (0, _) => Plural(hours, "working hour"),
            (_, 0) => Plural(days, "working day"),
            _ => $"{Plural(days, "working day")} and {Plural(hours, "hour")}",
        };
    }

    public static string Plural(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";
}
