using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// Opens the <see cref="StartGate"/>. What may pass by itself (a database that is away or not migrated yet, a Key Vault that does not
/// answer) is waited for and said; what only a person can put right, and is found at once, ends the start.
/// </summary>
internal sealed partial class StartWatch(StartGate gate, Migrator migrator, KeyRingStart ring, TimeProvider time, ILogger<StartWatch> logger)
    : IHostedLifecycleService, IDisposable
{
    /// <summary>How long the first attempt may keep the process from listening.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private Task _watching = Task.CompletedTask;

    /// <summary>Tries once.</summary>
    /// <returns><c>null</c> when everything is there; otherwise one sentence that says what is not.</returns>
    /// <exception cref="OptionsValidationException">Something that will not pass by itself.</exception>
    public async Task<string?> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await migrator.PrepareAsync(cancellationToken) is { } behind)
            {
                return behind;
            }

            await ring.PrepareAsync(cancellationToken);
            return null;
        }
        catch (KeyVaultException exception) when (exception.MayPass)
        {
            return exception.Message;
        }
        catch (KeyVaultException exception)
        {
            throw new OptionsValidationException(KeyRingOptions.Section, typeof(KeyRingOptions), [exception.Message]);
        }
        catch (Exception exception) when (StorageFailures.SentenceFor(exception) is { } sentence)
        {
            return sentence;
        }
    }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // Key Vault is asked on the thread that asks, so it is not this one.
        var first = Task.Run(() => TryAsync(_stopping.Token), CancellationToken.None);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(first, Task.Delay(migrator.IsLocal ? Timeout.InfiniteTimeSpan : Patience, time, over.Token));
        await over.CancelAsync();
        if (first.IsFaulted)
        {
            await first;
        }

        _watching = WatchAsync(first);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _watching;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task WatchAsync(Task<string?> attempt)
    {
        var hasWaited = false;
        try
        {
            while (await SentenceOfAsync(attempt) is { } sentence)
            {
                hasWaited = true;
                if (gate.Wait(sentence))
                {
                    Log.Waiting(logger, sentence);
                }

                await Task.Delay(Pause, time, _stopping.Token);
                attempt = TryAsync(_stopping.Token);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }

        gate.Open();
        if (hasWaited)
        {
            Log.Opened(logger);
        }
    }

    /// <summary>The error boundary of an attempt: the process listens already, so it says what is wrong instead of ending.</summary>
    private async Task<string?> SentenceOfAsync(Task<string?> attempt)
    {
        try
        {
            return await attempt;
        }
        catch (OptionsValidationException exception)
        {
            return exception.Message;
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            Log.Failed(logger, exception.GetType().FullName, exception.StackTrace);
            return $"The bot cannot start ({exception.GetType().Name}): its log says where.";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2011, LogLevel.Warning, "The bot waits, and goes on by itself: {Sentence}")]
        public static partial void Waiting(ILogger logger, string sentence);

        [LoggerMessage(2012, LogLevel.Information, "Everything that the bot waited for is there")]
        public static partial void Opened(ILogger logger);

        [LoggerMessage(2013, LogLevel.Error, "The bot could not be made ready, and tries again: {Exception} at {Stack}")]
        public static partial void Failed(ILogger logger, string? exception, string? stack);
    }
}
