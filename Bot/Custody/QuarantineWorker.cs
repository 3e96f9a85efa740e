namespace Rowcroft.TeamsBot.Custody;

/// <summary>Looks every minute whether a screenshot waits for the virus check.</summary>
internal sealed partial class QuarantineWorker(QuarantinePass pass, TimeProvider time, ILogger<QuarantineWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await TickAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // The error boundary of a tick: the database or the store may be away for a while, and the next tick asks again.
    private async Task TickAsync(CancellationToken stoppingToken)
    {
        try
        {
            await pass.RunAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.TickFailed(logger, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2821, LogLevel.Error, "What waits for the virus check could not be looked at ({Exception}); tried again in a minute")]
        public static partial void TickFailed(ILogger logger, string exception);
    }
}
