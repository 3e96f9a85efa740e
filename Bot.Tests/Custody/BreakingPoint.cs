using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>
/// The process dies at the chosen step, counted from now: before each use of the database, and before each removal of bytes. What is
/// within one transaction is all done or not at all, so there are no other steps.
/// </summary>
internal sealed class BreakingPoint
{
    private int _left = -1;

    /// <summary>Whether the chosen step was reached.</summary>
    public bool Broke { get; private set; }

    /// <summary>Done before each step, for as long as it is set.</summary>
    public Func<Task>? Before { get; set; }

    /// <param name="step">0 for the very next one; -1 for none.</param>
    public void At(int step) => (_left, Broke) = (step, false);

    public async Task StepAsync()
    {
        if (Before is { } before)
        {
            await before();
        }

        // Dead is dead: nothing more happens in this process until somebody says otherwise.
        if (Broke || _left-- == 0)
        {
            Broke = true;
            throw new ProcessDiedException();
        }
    }

    internal sealed class ProcessDiedException : Exception;
}

internal sealed class BreakingContexts(IDbContextFactory<BotDbContext> inner, BreakingPoint breaking) : IDbContextFactory<BotDbContext>
{
    public BotDbContext CreateDbContext() => inner.CreateDbContext();

    public async Task<BotDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        await breaking.StepAsync();
        return await inner.CreateDbContextAsync(cancellationToken);
    }
}

internal sealed class BreakingStore(IEvidenceStore inner, BreakingPoint breaking) : IEvidenceStore
{
    public Task<PendingEvidence> BeginAsync(CancellationToken cancellationToken) => inner.BeginAsync(cancellationToken);

    public Task<Stream?> OpenAsync(string address, CancellationToken cancellationToken) => inner.OpenAsync(address, cancellationToken);

    public async Task DeleteAsync(string address, CancellationToken cancellationToken)
    {
        await breaking.StepAsync();
        await inner.DeleteAsync(address, cancellationToken);
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    public Task ProbeAsync(CancellationToken cancellationToken) => inner.ProbeAsync(cancellationToken);

    public Task<int> SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) => inner.SweepAsync(before, cancellationToken);

    public IAsyncEnumerable<KeptFile> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);
}
