using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Tests.People;

public sealed class PracticeClockTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero));

    private PracticeClock Clock => new(Options.Create(new PracticeOptions()), _time);

    [Fact]
    public void Half_Past_Midnight_In_Summer_Is_Already_Tomorrow()
    {
        Assert.Equal(new DateOnly(2026, 7, 1), Clock.Today);
        Assert.Equal("Wednesday 1 July 2026, 00:30", Clock.Say(Clock.Now));
        Assert.Equal("Wednesday 1 July 2026", PracticeClock.Say(Clock.Today));
    }

    [Theory]
    [InlineData("2026-01-15", "2026-01-15T00:00:00Z")]
    [InlineData("2026-07-15", "2026-07-14T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T00:00:00Z")] // clocks go forward at 01:00
    [InlineData("2026-03-30", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T23:00:00Z")] // clocks go back at 02:00
    [InlineData("2026-10-26", "2026-10-26T00:00:00Z")]
    public void A_Day_Begins_At_Its_Own_Midnight(string day, string start)
    {
        var instant = Clock.StartOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(start, instant.ToString("yyyy-MM-dd'T'HH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal));
        Assert.Equal(TimeSpan.Zero, instant.Offset);
        Assert.Equal(day, Clock.DayOf(instant).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Clock.DayOf(instant).AddDays(-1), Clock.DayOf(instant.AddTicks(-1)));
    }

    [Theory]
    [InlineData("Africa/Cairo", "2026-04-24")] // there the clocks skip midnight itself
    [InlineData("America/Santiago", "2026-09-06")]
    public void Where_The_Clocks_Skip_Midnight_The_Day_Begins_When_They_Have_Jumped(string zone, string day)
    {
        var clock = new PracticeClock(Options.Create(new PracticeOptions { TimeZone = zone }), _time);
        var instant = clock.StartOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(day, clock.DayOf(instant).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEqual(clock.DayOf(instant), clock.DayOf(instant.AddTicks(-1)));
    }
}
