namespace Rowcroft.TeamsBot.Custody;

/// <summary>Ticks at start, at each due time and at least four times an hour: a night that failed or was left by a dead instance is soon gone on with.</summary>
internal sealed partial class CustodyWorker(CustodyNight night, CustodySchedule schedule, TimeProvider time, ILogger<CustodyWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TickAsync(stoppingToken);
            var wait = schedule.NextDue - time.GetUtcNow() is { } left && left < Longest ? left : Longest;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1), time, stoppingToken);
        }
    }

    // The error boundary of a tick: the database or the store may be away for a while, and the next tick asks again.
    private async Task TickAsync(CancellationToken stoppingToken)
    {
        try
        {
            await night.ReconcileAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.TickFailed(logger, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2804, LogLevel.Error, "The nightly check could not be made ({Exception}); tried again within a quarter of an hour")]
        public static partial void TickFailed(ILogger logger, string exception);
    }
}
