using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Measures the outbox twice a minute. Runs only where somebody listens to the figures.</summary>
internal sealed partial class OutboxMeter(IDbContextFactory<BotDbContext> contexts, TimeProvider time, ILogger<OutboxMeter> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private static readonly Gauge<double> Age =
        Instruments.Meter.CreateGauge<double>("rowcroft.outbox.age", "s", "How long the oldest message that can be sent has been owed; 0 when there is none");

    private static readonly Gauge<long> Waiting =
        Instruments.Meter.CreateGauge<long>("rowcroft.outbox.waiting", "{message}", "Messages for somebody who cannot be reached at present");

    private static readonly Gauge<long> Dead = Instruments.Meter.CreateGauge<long>("rowcroft.outbox.dead", "{message}", "Messages that were given up");

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var oldest = await db.Outbox.AsNoTracking().Where(row => row.State == OutboxState.Pending)
            .OrderBy(row => row.OwedSince)
            .Select(row => (DateTimeOffset?)row.OwedSince)
            .FirstOrDefaultAsync(cancellationToken);
        Age.Record(oldest is { } since ? Math.Max(0, (time.GetUtcNow() - since).TotalSeconds) : 0);
        Waiting.Record(await db.Outbox.CountAsync(row => row.State == OutboxState.Waiting, cancellationToken));
        Dead.Record(await db.Outbox.CountAsync(row => row.State == OutboxState.Dead, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CouldNotMeasure(logger, exception.GetType().Name);
            }

            await Task.Delay(Every, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2331, LogLevel.Warning, "The outbox could not be measured ({Reason}); tried again in half a minute")]
        public static partial void CouldNotMeasure(ILogger logger, string reason);
    }
}
