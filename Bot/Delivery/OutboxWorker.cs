using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Empties the outbox: takes what is due, and hands it on one conversation at a time, a few conversations at once.</summary>
internal sealed partial class OutboxWorker(
    OutboxLedger ledger,
    OutboxPass pass,
    OutboxSignal signal,
    IOptions<DeliveryOptions> options,
    TimeProvider time,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    private const int ConversationsAtOnce = 4;

    private readonly Guid _id = Guid.NewGuid();

    /// <summary>Takes and handles what is due now.</summary>
    /// <returns>How many messages were taken.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var rows = await ledger.ClaimAsync(_id, cancellationToken);
        var conversations = rows.GroupBy(OutboxPass.ConversationOf);
        await Parallel.ForEachAsync(
            conversations,
            new ParallelOptions { MaxDegreeOfParallelism = ConversationsAtOnce, CancellationToken = cancellationToken },
            async (conversation, token) =>
            {
                foreach (var row in conversation)
                {
                    await pass.HandleAsync(row, token);
                }
            });
        return rows.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var ring = signal.NextRing;
            var taken = 0;
            try
            {
                taken = await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.SweepFailed(logger, exception.GetType().FullName, exception.StackTrace);
            }

            if (taken == 0)
            {
                await WaitAsync(ring, stoppingToken);
            }
        }
    }

    private async Task WaitAsync(Task ring, CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(ring, Task.Delay(TimeSpan.FromSeconds(options.Value.PollSeconds), time, over.Token));
        await over.CancelAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(2301, LogLevel.Error, "The outbox could not be worked on: {Exception} at {Stack}")]
        public static partial void SweepFailed(ILogger logger, string? exception, string? stack);
    }
}
