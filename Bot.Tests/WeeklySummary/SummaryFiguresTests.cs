using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.WeeklySummary;

public sealed class SummaryFiguresTests
{
    private static readonly WorkingCalendar Calendar = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), new HashSet<DateOnly>());
    private static readonly DateTimeOffset WeekEnd = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_Count_Below_Three_Is_Not_Given()
    {
        var figures = Figures(reported: [.. Cases(3, Platform.Facebook), .. Cases(2, Platform.X), .. Cases(1, Platform.TikTok)]);

        Assert.Equal(
            [
                (Platform.Facebook, (SummaryCount)new SummaryCount.Shown(3)),
                (Platform.X, new SummaryCount.FewerThanThree()),
                (Platform.TikTok, new SummaryCount.FewerThanThree()),
            ],
            figures.Platforms);
    }

    [Fact]
    public void A_Single_Small_Count_Cannot_Be_Worked_Out_From_The_Total()
    {
        var figures = Figures(reported: [.. Cases(5, Platform.Facebook), .. Cases(4, Platform.X), .. Cases(1, Platform.TikTok)]);

        Assert.Equal(
            [
                (Platform.Facebook, (SummaryCount)new SummaryCount.Shown(5)),
                (Platform.X, new SummaryCount.KeptBack()),
                (Platform.TikTok, new SummaryCount.FewerThanThree()),
            ],
            figures.Platforms);
    }

    [Fact]
    public void A_Restricted_Case_Is_Counted_In_The_Totals_Alone()
    {
        var restricted = new CaseBuilder().On(Platform.LinkedIn).ConcerningTheManager().Decided(DecisionOutcome.LegalAdvice);

        var figures = Figures(reported: [restricted], decided: [restricted], isRestricted: @case => @case.Facts.ConcernsManager);

        Assert.Equal(new SummaryTotals(1, 1, 0, 0), figures.Totals);
        Assert.Empty(figures.Platforms);
        Assert.Empty(figures.Kinds);
        Assert.Empty(figures.Outcomes);
        Assert.Null(figures.Median);
    }

    [Fact]
    public void A_Case_Past_Its_Date_At_The_End_Of_The_Week_Is_Overdue()
    {
        var late = new CaseBuilder().DueAt(WeekEnd.AddHours(-1)).Build();
        var inTime = new CaseBuilder().DueAt(WeekEnd.AddHours(1)).Build();

        Assert.Equal(new SummaryTotals(0, 0, 2, 1), Figures(open: [late, inTime]).Totals);
    }

    [Fact]
    public void The_Median_Counts_Working_Time_Only()
    {
        // Reported on a Wednesday at 10:00 and decided an hour later; reported on a Friday at 18:00 and decided an hour later: half an hour.
        var hour = new CaseBuilder().Decided();
        var half = new CaseBuilder().ReportedAt(new DateTimeOffset(2026, 3, 6, 18, 0, 0, TimeSpan.Zero)).Decided();

        Assert.Equal(TimeSpan.FromMinutes(45), Figures(decided: [hour, half]).Median!.Time);
        Assert.Equal(TimeSpan.FromHours(1), Figures(decided: [hour, half, hour]).Median!.Time);
    }

    [Fact]
    public void A_Week_With_Nothing_New_Is_Quiet_Only_When_Nothing_Waits()
    {
        Assert.True(Figures().IsQuiet);
        Assert.False(Figures(open: [new CaseBuilder().Build()]).IsQuiet);
    }

    [Theory]
    [InlineData(0.3, "less than an hour of working time")]
    [InlineData(1, "1 working hour")]
    [InlineData(10.5, "1 working day")]
    [InlineData(23.4, "2 working days and 2 hours")]
    public void Working_Time_Is_Said_In_Words(double hours, string words) =>
        Assert.Equal(words, SummaryWords.Say(new WorkingMedian(TimeSpan.FromHours(hours), Calendar.Day)));

    private static IEnumerable<Case> Cases(int count, Platform platform) =>
        Enumerable.Range(0, count).Select(_ => new CaseBuilder().On(platform).Build());

    private static SummaryFigures Figures(
        IReadOnlyList<Case>? reported = null,
        IReadOnlyList<Case>? decided = null,
        IReadOnlyList<Case>? open = null,
        Func<Case, bool>? isRestricted = null) =>
        SummaryFigures.From(new SummaryCases(reported ?? [], decided ?? [], open ?? [], WeekEnd), isRestricted ?? (_ => false), Calendar, []);
}
