using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.WeeklySummary;

/// <summary>Three reports on Wednesday 4 March 2026, two of them of one post.</summary>
public sealed class MergedPostsTests
{
    private static readonly SummaryWeek Week = SummaryWeek.Parse("2026-03-02")!.Value;
    private static readonly NamedPerson Sam = new(new PersonId("00000000-0000-0000-0000-0000000000d1"), "Sam Stranger"); // decides nothing
    private static readonly DateTimeOffset NextMonday = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    [SkippableTheory, BothDatabases]
    public async Task A_Post_That_Was_Reported_Twice_Is_Counted_Once_In_Every_Figure(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var (first, _) = await ThreeReportsAsync(driver, mergedAt: CaseBuilder.Wednesday.AddHours(2));
        await CommitAsync(driver, CaseBuilder.Decision(first));

        var figures = await ReadAsync(driver);

        Assert.Equal(new SummaryTotals(New: 2, Decided: 1, Open: 1, Overdue: 0) { Repeats = 1 }, figures.Totals);
        Assert.Equal(2, figures.Trend[^1].Count);
        Assert.Equal(DecisionOutcome.ComplaintsProcedure, Assert.Single(figures.Outcomes).Outcome);
    }

    [SkippableTheory, BothDatabases]
    public async Task Merged_After_The_Week_It_Leaves_The_Week_As_It_Was_Posted(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        await ThreeReportsAsync(driver, mergedAt: NextMonday.AddHours(1));

        var figures = await ReadAsync(driver);

        Assert.Equal((3, 0), (figures.Totals.New, figures.Totals.Repeats));
        Assert.Equal(3, figures.Trend[^1].Count);
    }

    [SkippableTheory, BothDatabases]
    public async Task Taken_Apart_Within_The_Week_Both_Count(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var (main, duplicate) = await ThreeReportsAsync(driver, mergedAt: CaseBuilder.Wednesday.AddHours(2));
        await CommitAsync(driver, duplicate.TakeApart(main, CaseBuilder.Mona, CaseBuilder.Wednesday.AddHours(3)));

        var figures = await ReadAsync(driver);

        Assert.Equal(new SummaryTotals(New: 3, Decided: 0, Open: 3, Overdue: 0), figures.Totals);
        Assert.Equal(3, figures.Trend[^1].Count);
    }

    private static async Task<(Case Main, Case Duplicate)> ThreeReportsAsync(DeliveryDriver driver, DateTimeOffset mergedAt)
    {
        var (first, second) = (await driver.OpenAsync(), await driver.OpenAsync(new CaseBuilder().ReportedBy(Sam)));
        await driver.OpenAsync();
        await CommitAsync(driver, first.Merge(second, CaseBuilder.Mona, mergedAt));
        driver.Time.SetUtcNow(mergedAt > NextMonday ? mergedAt.AddHours(1) : NextMonday);
        return (await FindAsync(driver, first), await FindAsync(driver, second));
    }

    private static async Task CommitAsync(DeliveryDriver driver, CaseOutcome outcome) =>
        Assert.True(await driver.Recorder.CommitAsync(Assert.IsType<CaseOutcome.Recorded>(outcome), default));

    private static async Task<Case> FindAsync(DeliveryDriver driver, Case @case) =>
        (await driver.Cases.FindAsync(@case.Practice, @case.Id, default))!;

    private static Task<SummaryFigures> ReadAsync(DeliveryDriver driver)
    {
        var clock = new PracticeClock(driver.Get<IOptions<PracticeOptions>>(), driver.Time);
        return new SummaryReader(driver.Cases, driver.Get<ApproverDirectory>(), driver.Get<Practices>(), clock).ReadAsync(CaseBuilder.Practice, Week, default);
    }
}
