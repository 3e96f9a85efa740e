namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Looks now and then whether somebody decides who did not before.</summary>
internal sealed partial class LateDecidersWorker(LateDeciders late, TimeProvider time, ILogger<LateDecidersWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TickAsync(stoppingToken);
        }
    }

    // The error boundary of a tick: the database or Teams may be away for a while, and the next tick looks again.
    private async Task TickAsync(CancellationToken stoppingToken)
    {
        try
        {
            await late.RunAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.TickFailed(logger, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2903, LogLevel.Error, "It could not be looked up who decides since a case was sent ({Exception}); looked up again in five minutes")]
        public static partial void TickFailed(ILogger logger, string exception);
    }
}
