namespace Rowcroft.LocalTeams.Clock;

/// <summary>
/// A clock that runs as the machine's does and can be moved forward. Timers made through it are moved too: one whose time has come
/// fires at once, so whoever waits for a date on this clock wakes when the page goes there.
/// </summary>
internal sealed class ShiftableTimeProvider(TimeProvider inner) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<ShiftableTimer> _timers = [];
    private TimeSpan _shift;

    /// <summary>How far ahead of the machine's clock this one is; never negative.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_gate)
            {
                return _shift;
            }
        }
    }

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Ahead;

    /// <summary>Moves with the clock, so that elapsed time and the date agree.</summary>
    public override long GetTimestamp() => inner.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        List<ShiftableTimer> timers;
        lock (_gate)
        {
            _shift += by;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.Advance(by);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ShiftableTimer(inner, Forget);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Start(callback, state, dueTime, period);
        return timer;
    }

    private void Forget(ShiftableTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }
}
