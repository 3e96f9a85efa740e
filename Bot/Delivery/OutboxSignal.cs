namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Wakes this process's worker right after something was committed. Losing a signal only costs time: the worker also looks by itself.</summary>
internal sealed class OutboxSignal
{
    private volatile TaskCompletionSource _rung = New();

    /// <summary>Completes at the next ring after this call.</summary>
    public Task NextRing => _rung.Task;

    public void Ring() => Interlocked.Exchange(ref _rung, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
