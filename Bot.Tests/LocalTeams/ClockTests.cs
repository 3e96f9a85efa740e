using Microsoft.Extensions.Time.Testing;
using Rowcroft.LocalTeams.Clock;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

public sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 26, 10, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _machine = new(Start);

    [Fact]
    public void It_Runs_On_From_Where_It_Was_Moved()
    {
        var clock = new ShiftableTimeProvider(_machine);
        var before = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromDays(2));
        _machine.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Start.AddDays(2).AddMinutes(1), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1), clock.GetElapsedTime(before));
    }

    [Fact]
    public async Task A_Delay_Whose_Time_Has_Come_Ends()
    {
        var clock = new ShiftableTimeProvider(_machine);
        var week = Task.Delay(TimeSpan.FromDays(7), clock);
        var fortnight = Task.Delay(TimeSpan.FromDays(14), clock);

        clock.Advance(TimeSpan.FromDays(8));
        _machine.Advance(TimeSpan.FromMilliseconds(1));

        await week.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.False(fortnight.IsCompleted);

        _machine.Advance(TimeSpan.FromDays(6));
        await fortnight.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_Repeating_Timer_Fires_Once_For_A_Leap_And_Then_As_Before()
    {
        var clock = new ShiftableTimeProvider(_machine);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

        clock.Advance(TimeSpan.FromDays(1));
        _machine.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, fired);

        _machine.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(3, fired);
    }

    [Fact]
    public void A_Timer_That_Is_Stopped_Does_Not_Fire()
    {
        var clock = new ShiftableTimeProvider(_machine);
        var fired = 0;
        using var stopped = clock.CreateTimer(_ => fired++, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.CreateTimer(_ => fired++, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan).Dispose();

        clock.Advance(TimeSpan.FromDays(1));
        _machine.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, fired);
    }

    [Fact]
    public void It_Does_Not_Go_Back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShiftableTimeProvider(_machine).Advance(TimeSpan.FromSeconds(-1)));

    [Theory]
    [InlineData("2026-03-26T10:00:00Z", "2026-03-30T08:00:00Z")] // Summer time begins on the Sunday between.
    [InlineData("2026-01-05T08:59:59Z", "2026-01-05T09:00:00Z")]
    [InlineData("2026-01-05T09:00:00Z", "2026-01-12T09:00:00Z")]
    [InlineData("2026-01-11T23:59:59Z", "2026-01-12T09:00:00Z")]
    public void The_Next_Monday_Begins_At_Nine_In_London(string now, string monday) =>
        Assert.Equal(DateTimeOffset.Parse(monday), WorkingWeek.NextMonday(DateTimeOffset.Parse(now)));
}
