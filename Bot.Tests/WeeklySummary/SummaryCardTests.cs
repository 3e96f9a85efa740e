using System.Text;
using Newtonsoft.Json;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.WeeklySummary;

public sealed class SummaryCardTests
{
    private static readonly SummaryWeek Week = SummaryWeek.Parse("2026-11-16")!.Value;
    private static readonly SummaryCard Card = new(new GuidanceLibrary(GuidanceContent.Read()));
    private static readonly IReadOnlyList<(SummaryWeek, int)> Trend = [.. Week.Last(8).Select((week, index) => (week, new[] { 0, 2, 5, 1, 0, 3, 4, 9 }[index]))];

    private static SummaryFigures Busy => new(
        new SummaryTotals(9, 6, 4, 1),
        [(Platform.Facebook, new SummaryCount.Shown(5)), (Platform.GoogleReview, new SummaryCount.KeptBack()), (Platform.X, new SummaryCount.FewerThanThree())],
        [(AbuseKind.AbusiveOrOffensive, new SummaryCount.Shown(6)), (AbuseKind.StaffNamed, new SummaryCount.Shown(4))],
        [(DecisionOutcome.RemoveFromPage, new SummaryCount.Shown(4)), (DecisionOutcome.LegalAdvice, new SummaryCount.FewerThanThree())],
        new WorkingMedian(TimeSpan.FromHours(13), TimeSpan.FromHours(10.5)),
        Trend);

    private static SummaryFigures Nothing => new(new SummaryTotals(0, 0, 0, 0), [], [], [], null, [.. Week.Last(8).Select(week => (week, 0))]);

    [Fact]
    public void A_Busy_Week() => GoldenCard.Matches(Card.Draw(new SummaryView(Week, Busy, SummaryTiming.OnTime)), "WeeklySummary/busy.json");

    [Fact]
    public void A_Quiet_Week() => GoldenCard.Matches(Card.Draw(new SummaryView(Week, Nothing, SummaryTiming.OnTime)), "WeeklySummary/quiet.json");

    [Fact]
    public void A_Late_Summary() => GoldenCard.Matches(Card.Draw(new SummaryView(Week, Nothing, SummaryTiming.Late)), "WeeklySummary/late.json");

    [Fact]
    public void This_Week_So_Far() => GoldenCard.Matches(Card.Draw(new SummaryView(Week, Busy, SummaryTiming.SoFar)), "WeeklySummary/so-far.json");

    [Theory]
    [InlineData(0.2, "Half of the decisions took less than an hour of working time.")]
    [InlineData(2, "Half of the decisions took 2 working hours or less.")]
    public void It_Says_How_Long_Decisions_Take(double hours, string sentence) =>
        Assert.Equal(sentence, SummaryWords.HalfTook(new WorkingMedian(TimeSpan.FromHours(hours), TimeSpan.FromHours(10.5))));

    [Fact]
    public void The_Chart_Has_Its_Numbers_As_Text_And_A_Fallback()
    {
        var card = Card.Draw(new SummaryView(Week, Busy, SummaryTiming.OnTime)).ToJson();

        Assert.Contains("Chart.VerticalBar", card, StringComparison.Ordinal);
        Assert.Contains(SummaryWords.NoChart, card, StringComparison.Ordinal);
        Assert.Contains("28 Sept: 0, 5 Oct: 2, 12 Oct: 5, 19 Oct: 1, 26 Oct: 0, 2 Nov: 3, 9 Nov: 4, 16 Nov: 9", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_That_Anybody_Typed_Is_In_It()
    {
        var @case = new CaseBuilder().With(facts => facts with { WhatHappened = "SENTINEL-TEXT", Link = "https://sentinel.example/", Poster = "SENTINEL-POSTER" });
        var cases = Enumerable.Range(0, 4).Select(_ => @case.WithId(new CaseId(Guid.NewGuid())).Decided(DecisionOutcome.LegalAdvice)).ToList();
        var figures = SummaryFigures.From(
            new SummaryCases(cases, cases, cases, CaseBuilder.Wednesday), _ => false, new WorkingCalendar(TimeZoneInfo.Utc, new HashSet<DateOnly>()), Trend);

        var message = JsonConvert.SerializeObject(CardMessage.For(Card.Draw(new SummaryView(Week, figures, SummaryTiming.OnTime)), SummaryWords.Notification));

        Assert.All(
            ["SENTINEL", "sentinel", CaseBuilder.Ann.Name, CaseBuilder.Mona.Name, "Because of item 7", "RMC-"],
            word => Assert.DoesNotContain(word, message, StringComparison.Ordinal));
        Assert.True(Encoding.UTF8.GetByteCount(message) < GoldenCard.MaxBytes);
    }
}
