namespace Rowcroft.LocalTeams.Clock;

/// <summary>A timer that can be told that time has leapt.</summary>
internal sealed class ShiftableTimer(TimeProvider inner, Action<ShiftableTimer> disposed) : ITimer
{
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private TimeSpan _period;

    /// <summary>The inner clock's timestamp at which the timer is to fire next; null when it is not going to.</summary>
    private long? _due;

    public void Start(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timer = inner.CreateTimer(
                _ =>
                {
                    Fired();
                    callback(state);
                },
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _period = period;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : inner.GetTimestamp() + Ticks(dueTime);
            return _timer?.Change(dueTime, period) ?? false;
        }
    }

    /// <summary>A leap over several periods fires once, as after a computer's sleep.</summary>
    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            if (_due is not { } due)
            {
                return;
            }

            _due = due - Ticks(by);
            var left = inner.GetElapsedTime(inner.GetTimestamp(), _due.Value);
            _timer?.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, _period);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _due = null;
            _timer?.Dispose();
        }

        disposed(this);
    }

    public async ValueTask DisposeAsync()
    {
        ITimer? timer;
        lock (_gate)
        {
            _due = null;
            timer = _timer;
        }

        disposed(this);
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }
    }

    private void Fired()
    {
        lock (_gate)
        {
            _due = _period > TimeSpan.Zero ? inner.GetTimestamp() + Ticks(_period) : null;
        }
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * inner.TimestampFrequency);
}
