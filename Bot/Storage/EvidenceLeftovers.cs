using Microsoft.EntityFrameworkCore;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Records of evidence beside which something may be left over: a file that nobody claims, a draft that nobody sends.</summary>
internal sealed class EvidenceLeftovers(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>Screenshots of drafts that are no case, received before an instant, with what was set aside already.</summary>
    public async Task<IReadOnlyList<EvidenceRow>> ListDraftsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Evidence.AsNoTracking()
            .Where(row => row.ReceivedAt < before && !db.Cases.Any(@case => @case.Id == row.Draft))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Which of these addresses some record names, and in which state it is.</summary>
    public async Task<IReadOnlyDictionary<string, EvidenceState>> ClaimsAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Evidence.AsNoTracking().Where(row => addresses.Contains(row.Address))
            .Select(row => new { row.Address, row.State })
            .ToListAsync(cancellationToken);

        // Two records can name one file only from before files were sealed: one that still needs it keeps it.
        return rows.GroupBy(row => row.Address)
            .ToDictionary(group => group.Key, group => group.Select(row => row.State).Order().First());
    }

    /// <param name="now"><c>null</c> takes it back.</param>
    public async Task SetAsideAsync(EvidenceRow row, DateTimeOffset? now, CancellationToken cancellationToken)
    {
        if (row.AbandonedAt != now)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Evidence.Where(other => other.Id == row.Id)
                .ExecuteUpdateAsync(other => other.SetProperty(r => r.AbandonedAt, now), cancellationToken);
        }
    }

    /// <summary>What was set aside and belongs to a case after all.</summary>
    public async Task TakeBackAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Evidence
            .Where(row => row.AbandonedAt != null && db.Cases.Any(@case => @case.Id == row.Draft))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.AbandonedAt, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>Forgets a record, and its key, that is set aside and belongs to no case.</summary>
    /// <returns>Whether it was so: only then its file may go.</returns>
    public async Task<bool> ForgetAsync(EvidenceRow row, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var forgotten = await db.Evidence
            .Where(other => other.Id == row.Id && other.AbandonedAt != null && !db.Cases.Any(@case => @case.Id == other.Draft))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await SqliteTraces.RemoveAsync(db, cancellationToken);
        return forgotten == 1;
    }
}
