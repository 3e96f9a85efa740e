using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>A process dies at the chosen step, counted from when it is armed, and does nothing any more after it: not even clean up.</summary>
internal sealed class Death
{
    private int _left = -1;

    public bool HasCome { get; private set; }

    /// <param name="step">0 for the very next one.</param>
    public void At(int step) => _left = step;

    public void Step()
    {
        if (HasCome || _left-- == 0)
        {
            HasCome = true;
            throw new ProcessDiedException();
        }
    }

    internal sealed class ProcessDiedException : Exception;
}

/// <summary>Before and after everything that is asked of the store.</summary>
internal sealed class DyingStore(IEvidenceStore inner, Death death) : IEvidenceStore
{
    public async Task<PendingEvidence> BeginAsync(CancellationToken cancellationToken) =>
        new DyingFile(await AroundAsync(() => inner.BeginAsync(cancellationToken)), death);

    public Task<Stream?> OpenAsync(string address, CancellationToken cancellationToken) => inner.OpenAsync(address, cancellationToken);

    public Task DeleteAsync(string address, CancellationToken cancellationToken) => AroundAsync(async () =>
    {
        await inner.DeleteAsync(address, cancellationToken);
        return true;
    });

    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    public Task ProbeAsync(CancellationToken cancellationToken) => inner.ProbeAsync(cancellationToken);

    public Task<int> SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) => inner.SweepAsync(before, cancellationToken);

    public IAsyncEnumerable<KeptFile> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

    private async Task<T> AroundAsync<T>(Func<Task<T>> work)
    {
        death.Step();
        var result = await work();
        death.Step();
        return result;
    }

    private sealed class DyingFile(PendingEvidence inner, Death death) : PendingEvidence
    {
        public override Stream Content => inner.Content;

        public override async Task KeepAsync(string address, CancellationToken cancellationToken)
        {
            death.Step();
            await inner.KeepAsync(address, cancellationToken);
            death.Step();
        }

        public override ValueTask DisposeAsync() => death.HasCome ? ValueTask.CompletedTask : inner.DisposeAsync();
    }
}

/// <summary>Before each statement.</summary>
internal sealed class DyingDatabase(Death death) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        death.Step();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        death.Step();
        return ValueTask.FromResult(result);
    }
}

/// <summary>Before and after each commit.</summary>
internal sealed class DyingCommits(Death death) : DbTransactionInterceptor
{
    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        death.Step();
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        death.Step();
        return Task.CompletedTask;
    }
}
