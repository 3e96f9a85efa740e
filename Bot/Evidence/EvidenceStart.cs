namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Makes the store ready before the bot listens: a place that cannot be written to is a failed start, not a lost screenshot.</summary>
internal sealed partial class EvidenceStart(IEvidenceStore store, ILogger<EvidenceStart> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var leftovers = await store.PrepareAsync(cancellationToken);
        if (leftovers > 0)
        {
            Log.Swept(logger, leftovers);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(2521, LogLevel.Information, "Removed {Count} half-received pictures")]
        public static partial void Swept(ILogger logger, int count);
    }
}
