using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.WeeklySummary;

public sealed class SummaryWeekTests
{
    private static readonly PracticeClock Clock = new(Options.Create(new PracticeOptions()), new FakeTimeProvider());

    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-29", "2026-11-23")]
    [InlineData("2026-11-30", "2026-11-30")]
    public void A_Week_Begins_On_Monday(string day, string monday) =>
        Assert.Equal(monday, SummaryWeek.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("2026-03-23", 167)]
    [InlineData("2026-10-19", 169)]
    [InlineData("2026-11-16", 168)]
    public void A_Week_In_Which_The_Clocks_Change_Has_An_Hour_Less_Or_More(string monday, int hours)
    {
        var week = SummaryWeek.Parse(monday)!.Value;

        Assert.Equal(hours, (week.End(Clock) - week.Start(Clock)).TotalHours);
    }

    [Fact]
    public void The_Last_Eight_Weeks_End_With_The_Week_Itself()
    {
        var weeks = SummaryWeek.Parse("2026-11-16")!.Value.Last(8);

        Assert.Equal(8, weeks.Count);
        Assert.Equal("2026-09-28", weeks[0].ToString());
        Assert.Equal("2026-11-16", weeks[^1].ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("16 November")]
    public void What_Is_No_Date_Is_No_Week(string? text) => Assert.Null(SummaryWeek.Parse(text));
}
