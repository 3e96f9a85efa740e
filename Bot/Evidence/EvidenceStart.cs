namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Makes the store ready before the bot listens: a directory that cannot be written to is a failed start, not a lost screenshot. A store
/// in the cloud that is away does not keep people from reporting; readiness names it.
/// </summary>
internal sealed partial class EvidenceStart(IEvidenceStore store, ILogger<EvidenceStart> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.PrepareAsync(cancellationToken);
        }
        catch (StoreFailedException exception)
        {
            Log.NotReady(logger, exception.InnerException!.GetType().Name);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(2522, LogLevel.Error, "The evidence store does not answer: {Kind}")]
        public static partial void NotReady(ILogger logger, string kind);
    }
}
