namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>Ticks at start, at each due time and every five minutes: a machine that slept, a clock that was set and a time that was just chosen are soon right.</summary>
internal sealed partial class SummaryWorker(SummarySchedule schedule, TimeProvider time, ILogger<SummaryWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = await TickAsync(stoppingToken);
            var wait = next - time.GetUtcNow() is { } left && left < Longest ? left : Longest;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1), time, stoppingToken);
        }
    }

    // The error boundary of a tick: the database may be away for a while, and the next tick asks again.
    private async Task<DateTimeOffset?> TickAsync(CancellationToken stoppingToken)
    {
        try
        {
            await schedule.ReconcileAsync(stoppingToken);
            return await schedule.NextDueAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.TickFailed(logger, exception.GetType().Name);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2602, LogLevel.Error, "It could not be checked whether a summary is due ({Exception}); tried again within five minutes")]
        public static partial void TickFailed(ILogger logger, string exception);
    }
}
