using System.Globalization;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Tests.Cases;

public sealed class WorkingCalendarTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly WorkingCalendar Calendar = new(London, new HashSet<DateOnly> { new(2026, 11, 25) });

    [Theory]
    [InlineData("2026-11-23T10:00", 1, "2026-11-24T18:30")] // Monday morning: end of Tuesday
    [InlineData("2026-11-23T10:00", 0, "2026-11-23T18:30")]
    [InlineData("2026-11-23T10:00", 3, "2026-11-27T18:30")] // over the practice's own closure on Wednesday
    [InlineData("2026-11-23T07:00", 1, "2026-11-24T18:30")] // before opening is still that day
    [InlineData("2026-11-23T18:29:59", 1, "2026-11-24T18:30")]
    [InlineData("2026-11-23T18:30", 1, "2026-11-26T18:30")] // closed: counts from Tuesday
    [InlineData("2026-11-20T19:00", 1, "2026-11-24T18:30")] // Friday evening: counts from Monday
    [InlineData("2026-11-22T12:00", 3, "2026-11-27T18:30")] // Sunday
    [InlineData("2026-12-24T12:00", 1, "2026-12-29T18:30")] // Christmas, a weekend and the substitute for Boxing Day
    [InlineData("2026-12-25T12:00", 1, "2026-12-30T18:30")]
    [InlineData("2027-12-24T20:00", 2, "2027-12-31T18:30")]
    public void A_Decision_Is_Due_At_The_End_Of_A_Working_Day(string reported, int days, string due) =>
        Assert.Equal(At(due), Calendar.AddWorkingDays(At(reported), days));

    [Fact]
    public void A_Promise_Over_A_Clock_Change_Still_Ends_At_Half_Past_Six()
    {
        // Clocks go forward on Sunday 28 March 2027; Good Friday and Easter Monday surround it.
        var due = Calendar.AddWorkingDays(new DateTimeOffset(2027, 3, 25, 10, 0, 0, TimeSpan.Zero), 1);
        Assert.Equal(new DateTimeOffset(2027, 3, 30, 17, 30, 0, TimeSpan.Zero), due);
        Assert.Equal(TimeSpan.Zero, due.Offset);
    }

    [Fact]
    public void The_Same_Instant_Gives_The_Same_Promise_Whatever_Its_Offset()
    {
        var london = new DateTimeOffset(2026, 7, 1, 18, 0, 0, TimeSpan.FromHours(1));
        Assert.Equal(Calendar.AddWorkingDays(london, 2), Calendar.AddWorkingDays(london.ToOffset(TimeSpan.FromHours(-11)), 2));
    }

    [Fact]
    public void A_Promise_Into_The_Past_Is_A_Bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(At("2026-11-23T10:00"), -1));

    [Theory]
    [InlineData("2026-11-23T09:00", "2026-11-23T09:00", 0)]
    [InlineData("2026-11-23T09:00", "2026-11-23T11:30", 150)]
    [InlineData("2026-11-23T06:00", "2026-11-23T23:00", 630)]
    [InlineData("2026-11-23T18:00", "2026-11-24T08:15", 45)]
    [InlineData("2026-11-24T18:00", "2026-11-26T09:00", 90)] // closed on the day between
    [InlineData("2026-11-20T17:30", "2026-11-23T09:00", 120)] // weekend
    [InlineData("2026-11-21T09:00", "2026-11-22T17:00", 0)]
    [InlineData("2026-12-24T18:00", "2026-12-29T08:30", 60)]
    [InlineData("2026-11-24T09:00", "2026-11-23T09:00", 0)] // backwards
    [InlineData("2026-11-23T12:00", "2026-11-23T09:00", 0)] // backwards in one day
    public void Only_Working_Minutes_Count(string start, string end, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Calendar.WorkingTimeBetween(At(start), At(end)));

    [Fact]
    public void A_Week_With_A_Clock_Change_Has_As_Many_Working_Hours_As_Any()
    {
        // Clocks go back on Sunday 25 October 2026.
        Assert.Equal(TimeSpan.FromHours(52.5), Calendar.WorkingTimeBetween(At("2026-10-22T00:00"), At("2026-10-29T00:00")));
    }

    [Theory]
    [InlineData("2026-11-23T08:00", true)]
    [InlineData("2026-11-23T07:59:59", false)]
    [InlineData("2026-11-23T18:29:59", true)]
    [InlineData("2026-11-23T18:30", false)]
    [InlineData("2026-11-25T12:00", false)] // closure
    [InlineData("2026-12-28T12:00", false)] // bank holiday
    [InlineData("2026-11-22T12:00", false)]
    [InlineData("2026-07-01T08:00", true)] // summer time
    public void The_Practice_Works_From_Eight_To_Half_Past_Six(string instant, bool working) =>
        Assert.Equal(working, Calendar.IsWorkingTime(At(instant)));

    /// <summary>A London wall-clock time as an instant.</summary>
    private static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, London.GetUtcOffset(time));
    }
}
