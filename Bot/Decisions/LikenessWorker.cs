namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Looks every minute whether a large picture has come that was not compared with others yet.</summary>
internal sealed partial class LikenessWorker(LikenessPass pass, TimeProvider time, ILogger<LikenessWorker> logger) : BackgroundService
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

    // The error boundary of a tick: the database, the store or Teams may be away for a while, and the next tick asks again.
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
        [LoggerMessage(2901, LogLevel.Error, "Large pictures could not be compared ({Exception}); tried again in a minute")]
        public static partial void TickFailed(ILogger logger, string exception);
    }
}
