using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>Seen on Tuesday 3 March, reported on Wednesday 4 March 2026, decided an hour later unless said otherwise.</summary>
public sealed class RetentionTests
{
    private readonly FakeTimeProvider _time = new(CaseBuilder.Wednesday);

    [Theory]
    [InlineData("RemoveFromPage", "2036-03-03", "an incident that was not serious: 10 years after the incident")]
    [InlineData("ReportToPlatform", "2036-03-03", "an incident that was not serious: 10 years after the incident")]
    [InlineData("NhsReview", "2036-03-03", "an incident that was not serious: 10 years after the incident")]
    [InlineData("NoFurtherAction", "2036-03-03", "an incident that was not serious: 10 years after the incident")]
    [InlineData("ComplaintsProcedure", "2036-03-04", "a case that became a complaint: 10 years after its end")]
    [InlineData("LegalAdvice", "2036-03-04", "a case that went to a legal adviser: 10 years after its end")]
    [InlineData("HumanResources", "2036-03-04", "a case about staff: 10 years after its end")]
    public void Each_Outcome_Has_Its_Time(string outcome, string lastDay, string rule)
    {
        var clock = Schedule().ClockOf(new CaseBuilder().Decided(Enum.Parse<DecisionOutcome>(outcome)));

        Assert.Equal(new RetentionClock(rule, Day(lastDay)), clock);
    }

    [Fact]
    public void Every_Outcome_Is_Known() =>
        Assert.All(Enum.GetValues<DecisionOutcome>(), outcome => Assert.NotNull(Schedule().ClockOf(new CaseBuilder().Decided(outcome))));

    [Fact]
    public void Danger_Threats_Hate_And_Sexual_Images_Are_Serious()
    {
        CaseBuilder[] serious =
        [
            new CaseBuilder().Urgent(),
            new CaseBuilder().OfKind(AbuseKind.Threatening),
            new CaseBuilder().OfKind(AbuseKind.StaffNamed, AbuseKind.HateOrDiscrimination),
            new CaseBuilder().OfKind(AbuseKind.SexualImage),
        ];

        Assert.All(serious, report =>
            Assert.Equal(new RetentionClock("a serious incident: 20 years after the incident", Day("2046-03-03")), Schedule().ClockOf(report.Decided())));
    }

    [Fact]
    public void A_Post_Is_Serious_When_Any_Of_Those_Who_Reported_It_Called_It_So()
    {
        var mild = new CaseBuilder().OfKind(AbuseKind.StaffNamed).Build();
        var threat = new CaseBuilder().Numbered(2).WithId(new CaseId(Guid.NewGuid())).ReportedAt(CaseBuilder.Wednesday.AddHours(1)).OfKind(AbuseKind.Threatening).Build();
        var together = (CaseOutcome.Recorded)mild.Merge(threat, CaseBuilder.Mona, CaseBuilder.Wednesday.AddHours(2));
        var apart = ((CaseOutcome.Recorded)together.Together!.Case.TakeApart(together.Case, CaseBuilder.Mona, CaseBuilder.Wednesday.AddHours(3))).Case;

        Assert.Equal("a serious incident: 20 years after the incident", Schedule().ClockOf(CaseBuilder.Decision(together.Case, DecisionOutcome.NoFurtherAction).Case)!.Rule);
        Assert.Equal("an incident that was not serious: 10 years after the incident", Schedule().ClockOf(CaseBuilder.Decision(apart, DecisionOutcome.NoFurtherAction).Case)!.Rule);
    }

    [Fact]
    public void Of_Several_Outcomes_The_Longest_Counts()
    {
        var schedule = Schedule(new RetentionOptions { ComplaintYears = 12, LegalYears = 15, NotSeriousYears = 3 });
        var @case = new CaseBuilder().Decided(DecisionOutcome.RemoveFromPage, DecisionOutcome.ComplaintsProcedure, DecisionOutcome.LegalAdvice);

        Assert.Equal(Day("2041-03-04"), schedule.ClockOf(@case)!.LastDay);
    }

    [Fact]
    public void A_Report_That_Was_Taken_Back_Is_Kept_For_Months()
    {
        var withdrawn = ((CaseOutcome.Recorded)new CaseBuilder().Build().Withdraw(CaseBuilder.Ann, CaseBuilder.Wednesday.AddDays(2))).Case;

        Assert.Equal(new RetentionClock("a report that was taken back: 12 months after that", Day("2027-03-06")), Schedule().ClockOf(withdrawn));
        Assert.Equal(Day("2026-09-06"), Schedule(new RetentionOptions { WithdrawnMonths = 6 }).ClockOf(withdrawn)!.LastDay);
    }

    [Fact]
    public void An_Open_Case_Has_No_Clock_However_Old_It_Is()
    {
        _time.Advance(TimeSpan.FromDays(365 * 50));

        Assert.Null(Schedule().ClockOf(new CaseBuilder().Build()));
        Assert.False(Schedule().IsDue(new CaseBuilder().Build()));
    }

    [Theory]
    [InlineData("2036-03-03T23:59:59Z", false)] // its last day
    [InlineData("2036-03-04T00:00:00Z", true)]
    public void It_Is_Due_When_Its_Last_Day_Is_Over(string now, bool due)
    {
        _time.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(due, Schedule().IsDue(new CaseBuilder().Decided(DecisionOutcome.NoFurtherAction)));
    }

    [Fact]
    public void A_Hold_Stops_Every_Clock_And_Its_Release_Lets_Them_Go_On()
    {
        _time.SetUtcNow(new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var held = ((CaseOutcome.Recorded)new CaseBuilder().Decided().PlaceHold("A claim", CaseBuilder.Mona, CaseBuilder.Wednesday)).Case;
        var released = ((CaseOutcome.Recorded)held.ReleaseHold("Over", CaseBuilder.Mona, CaseBuilder.Wednesday)).Case;

        Assert.Equal((false, true), (Schedule().IsDue(held), Schedule().IsDue(released)));
        Assert.False(Schedule().IsDue(new CaseBuilder().Decided(DecisionOutcome.LegalAdvice)));
    }

    [Fact]
    public void What_Happened_On_A_Leap_Day_Is_Kept_To_The_End_Of_February()
    {
        var leapDay = new CaseBuilder().ReportedAt(new DateTimeOffset(2028, 2, 29, 12, 0, 0, TimeSpan.Zero))
            .With(facts => facts with { SeenOn = null });

        Assert.Equal(Day("2038-02-28"), Schedule().ClockOf(leapDay.Decided(DecisionOutcome.NoFurtherAction))!.LastDay);
    }

    [Theory]
    [InlineData("NotSeriousYears", 0)]
    [InlineData("NotSeriousYears", 21)]
    [InlineData("SeriousYears", 9)]
    [InlineData("ComplaintYears", 9)]
    [InlineData("LegalYears", 9)]
    [InlineData("HumanResourcesYears", 5)]
    [InlineData("WithdrawnMonths", 5)]
    [InlineData("WithdrawnMonths", 13)]
    [InlineData("MessageMonths", 1)]
    [InlineData("MessageMonths", 37)]
    public void A_Time_Outside_Its_Range_Is_Refused(string name, int value)
    {
        var options = new RetentionOptions();
        typeof(RetentionOptions).GetProperty(name)!.SetValue(options, value);

        var result = new DataAnnotationValidateOptions<RetentionOptions>(null).Validate(null, options);

        Assert.Contains(name, result.FailureMessage, StringComparison.Ordinal);
    }

    private RetentionSchedule Schedule(RetentionOptions? options = null) =>
        new(Options.Create(options ?? new RetentionOptions()), new PracticeClock(Options.Create(new PracticeOptions()), _time));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
