namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>Ticks at start and every hour.</summary>
internal sealed partial class CredentialWorker(CredentialWarnings warnings, TimeProvider time, ILogger<CredentialWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TickAsync(stoppingToken);
            await Task.Delay(Every, time, stoppingToken);
        }
    }

    // The error boundary of a tick: the database or the roster may be away for a while, and the next tick asks again.
    private async Task TickAsync(CancellationToken stoppingToken)
    {
        try
        {
            await warnings.ReconcileAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.TickFailed(logger, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3201, LogLevel.Error, "It could not be checked whether a credential is about to expire ({Exception}); tried again within the hour")]
        public static partial void TickFailed(ILogger logger, string exception);
    }
}
