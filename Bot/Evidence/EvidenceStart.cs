namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Makes the store ready before the bot listens: a place that cannot be written to is a failed start, not a lost screenshot.</summary>
internal sealed partial class EvidenceStart(IEvidenceStore store, TimeProvider time, ILogger<EvidenceStart> logger) : IHostedService
{
    /// <summary>Longer than any message can take: what is older was left by a crash, what is younger may belong to another instance.</summary>
    private static readonly TimeSpan LongestIntake = TimeSpan.FromHours(2);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.PrepareAsync(cancellationToken);
        var leftovers = await store.SweepAsync(time.GetUtcNow() - LongestIntake, cancellationToken);
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
