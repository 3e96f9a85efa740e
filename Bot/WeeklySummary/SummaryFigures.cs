using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>What a summary says: numbers and words of the vocabulary, nothing that anybody typed.</summary>
/// <param name="Median"><c>null</c> when none was decided.</param>
/// <param name="Trend">New cases in each of the last weeks, the earliest first; the last is this one.</param>
internal sealed record SummaryFigures(
    SummaryTotals Totals,
    IReadOnlyList<(Platform Platform, SummaryCount Count)> Platforms,
    IReadOnlyList<(AbuseKind Kind, SummaryCount Count)> Kinds,
    IReadOnlyList<(DecisionOutcome Outcome, SummaryCount Count)> Outcomes,
    WorkingMedian? Median,
    IReadOnlyList<(SummaryWeek Week, int Count)> Trend)
{
    public bool IsQuiet => Totals is { New: 0, Decided: 0, Open: 0, Repeats: 0 };

    /// <param name="restricted">Whether a case is kept from somebody who usually decides: such a case is counted in the totals only.</param>
    public static SummaryFigures From(
        SummaryCases cases, Func<Case, bool> restricted, WorkingCalendar calendar, IReadOnlyList<(SummaryWeek Week, int Count)> trend)
    {
        var reported = cases.Reported.Where(@case => !restricted(@case)).ToList();
        var decided = cases.Decided.Where(@case => !restricted(@case)).ToList();
        return new SummaryFigures(
            new SummaryTotals(cases.Reported.Count, cases.Decided.Count, cases.Open.Count, cases.Open.Count(@case => @case.DueAt < cases.Until))
            {
                Repeats = cases.Repeats,
            },
            // Each case has one platform, so that the lines add up to the total and a single small one would show.
            KeepBack(Count(reported.Select(@case => @case.Facts.Platform))),
            Count(reported.SelectMany(@case => @case.Facts.Kinds)),
            Count(decided.SelectMany(@case => @case.Decision!.Outcomes)),
            MedianOf(decided.Select(@case => calendar.WorkingTimeBetween(@case.ReportedAt, @case.Decision!.At))) is { } median
                ? new WorkingMedian(median, calendar.Day)
                : null,
            trend);
    }

    private static List<(T Key, SummaryCount Count)> Count<T>(IEnumerable<T> keys)
        where T : struct, Enum =>
        [.. keys.CountBy(key => key)
            .OrderByDescending(pair => pair.Value >= SummaryCount.Smallest ? pair.Value : 0)
            .ThenBy(pair => pair.Key)
            .Select(pair => (pair.Key, Show(pair.Value)))];

    private static SummaryCount Show(int count) =>
        count < SummaryCount.Smallest ? new SummaryCount.FewerThanThree() : new SummaryCount.Shown(count);

    private static List<(T Key, SummaryCount Count)> KeepBack<T>(List<(T Key, SummaryCount Count)> lines)
    {
        var smallestShown = lines.FindLastIndex(line => line.Count is SummaryCount.Shown);
        if (lines.Count(line => line.Count is SummaryCount.FewerThanThree) == 1 && smallestShown >= 0)
        {
            lines[smallestShown] = (lines[smallestShown].Key, new SummaryCount.KeptBack());
        }

        return lines;
    }

    private static TimeSpan? MedianOf(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count switch
        {
            0 => null,
            var count when count % 2 == 1 => sorted[count / 2],
            var count => (sorted[(count / 2) - 1] + sorted[count / 2]) / 2,
        };
    }
}

/// <param name="Open">Open at the end of the time covered, <paramref name="Overdue"/> of them past the date that was promised.</param>
internal sealed record SummaryTotals(int New, int Decided, int Open, int Overdue)
{
    /// <summary>Further reports of a post that is counted once.</summary>
    public int Repeats { get; init; }
}

/// <summary>Half of the week's decided cases took at most this long from report to decision.</summary>
/// <param name="Time">Working time.</param>
/// <param name="Day">How much of it one working day of the practice has.</param>
internal sealed record WorkingMedian(TimeSpan Time, TimeSpan Day);
