namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Makes the store ready before the bot listens: a directory that cannot be written to is a failed start, not a lost screenshot. A store
/// in the cloud that is away does not keep people from reporting: readiness names it, and it is made ready when it answers.
/// </summary>
internal sealed partial class EvidenceStart(IEvidenceStore store, TimeProvider time, ILogger<EvidenceStart> logger) : IHostedService, IDisposable
{
    /// <summary>How long a store may keep the process from listening.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stopping = new();
    private Task _preparing = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var first = store.PrepareAsync(_stopping.Token);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(first, Task.Delay(Patience, time, over.Token));
        await over.CancelAsync();
        if (first is { IsFaulted: true, Exception.InnerException: not StoreFailedException })
        {
            await first;
        }

        _preparing = PrepareAsync(first);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _preparing;
    }

    public void Dispose() => _stopping.Dispose();

    private async Task PrepareAsync(Task attempt)
    {
        try
        {
            while (!await IsReadyAfterAsync(attempt))
            {
                await Task.Delay(Pause, time, _stopping.Token);
                attempt = store.PrepareAsync(_stopping.Token);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The process ends; the next one asks again.
        }
    }

    private async Task<bool> IsReadyAfterAsync(Task attempt)
    {
        try
        {
            await attempt;
            return true;
        }
        catch (StoreFailedException exception)
        {
            Log.NotReady(logger, exception.InnerException!.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2522, LogLevel.Error, "The evidence store that Evidence:Blob or Evidence:Path names does not answer ({Kind}): reports are taken, screenshots are not kept until it does")]
        public static partial void NotReady(ILogger logger, string kind);
    }
}
