using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>Counts a week of a practice.</summary>
internal sealed class SummaryReader(CaseStore cases, ApproverDirectory approvers, Practices practices, PracticeClock clock)
{
    /// <summary>How many weeks the trend goes back, the week itself included.</summary>
    public const int TrendWeeks = 8;

    /// <summary>The whole week, or what there is of it so far.</summary>
    public async Task<SummaryFigures> ReadAsync(PracticeId practice, SummaryWeek week, CancellationToken cancellationToken)
    {
        var end = week.End(clock);
        var until = clock.Now < end ? clock.Now : end;
        var calendar = (await practices.GetAsync(practice, cancellationToken)).Calendar;
        var deciders = await approvers.GetAsync(practice, cancellationToken);
        var reported = await cases.ListReportedAsync(practice, week.Start(clock), until, cancellationToken);
        return SummaryFigures.From(
            new SummaryCases(
                [.. reported.Where(@case => !@case.WasDuplicateAt(until))],
                await cases.ListDecidedAsync(practice, week.Start(clock), until, cancellationToken),
                await cases.ListOpenAtAsync(practice, until, cancellationToken),
                until)
            {
                Repeats = reported.Count(@case => @case.WasDuplicateAt(until)),
            },
            deciders.IsRestricted,
            calendar,
            await TrendAsync(practice, week, until, cancellationToken));
    }

    private async Task<IReadOnlyList<(SummaryWeek Week, int Count)>> TrendAsync(
        PracticeId practice, SummaryWeek week, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var weeks = week.Last(TrendWeeks);
        var reported = await cases.ListReportedAsync(practice, weeks[0].Start(clock), week.End(clock), cancellationToken);

        // Each week as it was known when it ended: what is merged later changes no figure that was posted.
        var counts = reported
            .Select(@case => (Case: @case, Week: SummaryWeek.Of(clock.DayOf(@case.ReportedAt))))
            .Where(one => !one.Case.WasDuplicateAt(one.Week == week ? until : one.Week.End(clock)))
            .CountBy(one => one.Week)
            .ToDictionary();
        return [.. weeks.Select(each => (each, counts.GetValueOrDefault(each)))];
    }
}
