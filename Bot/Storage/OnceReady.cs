namespace Rowcroft.TeamsBot.Storage;

/// <summary>Starts a worker when the <see cref="StartGate"/> is open. The host watches it as if it watched the worker itself.</summary>
internal sealed class OnceReady<TWorker>(StartGate gate, TWorker worker) : BackgroundService
    where TWorker : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.Opened.WaitAsync(stoppingToken);
        await worker.StartAsync(stoppingToken);
        await worker.ExecuteTask!;
    }
}
