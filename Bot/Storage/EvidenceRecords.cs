using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Which screenshots were received for which draft, where their sealed bytes are, and what opens them.</summary>
internal sealed class EvidenceRecords(IDbContextFactory<BotDbContext> contexts)
{
    private readonly Func<BotDbContext, CaseId, IAsyncEnumerable<EvidenceRow>> _ofDraft = EF.CompileAsyncQuery(
        (BotDbContext db, CaseId draft) => db.Evidence.Where(row => row.Draft == draft)
            .OrderBy(row => row.Place).ThenBy(row => row.ReceivedAt).ThenBy(row => row.Name).AsNoTracking());

    /// <summary>Adds it as the last of its draft. When this returns it survives a power cut.</summary>
    /// <returns>What is recorded: for a file that this draft already has, the record of the first time.</returns>
    /// <exception cref="DraftSentException"></exception>
    public async Task<EvidenceRecord> AddAsync(EvidenceRecord record, CancellationToken cancellationToken)
    {
        var row = EvidenceRow.From(record);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await EvidenceTable.HoldAsync(db, row.Draft, cancellationToken);
            if (await db.Cases.AnyAsync(@case => @case.Id == row.Draft, cancellationToken))
            {
                throw new DraftSentException();
            }

            // One that was set aside is on its way out, perhaps because its file is gone: this one takes its place.
            await db.Evidence.Where(other => other.Draft == row.Draft && other.Sha256 == row.Sha256 && other.AbandonedAt != null)
                .ExecuteDeleteAsync(cancellationToken);
            row.Place = 1 + (await db.Evidence.Where(other => other.Draft == row.Draft).MaxAsync(other => (int?)other.Place, cancellationToken) ?? 0);
            db.Evidence.Add(row);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return row.Record;
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var first = await db.Evidence.AsNoTracking()
                .SingleAsync(other => other.Draft == row.Draft && other.Sha256 == row.Sha256, cancellationToken);
            return first.Record;
        }
    }

    /// <returns><c>null</c> when this practice has no such record.</returns>
    public async Task<EvidenceRecord?> FindAsync(PracticeId practice, EvidenceId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Practice == practice, cancellationToken);
        return row?.Record;
    }

    /// <summary>What was sent for a draft that is still being made, in the order in which it was sent.</summary>
    public async Task<IReadOnlyList<SealedEvidence>> ListForDraftAsync(CaseId draft, CancellationToken cancellationToken)
    {
        var rows = await ListAsync(draft, row => row.RedactionOf == null && row.AbandonedAt == null && row.State != EvidenceState.Purged, cancellationToken);
        return [.. rows.Select(row => row.Sealed)];
    }

    /// <summary>Everything recorded for a case, redacted copies and what was purged included, in the order in which it came.</summary>
    public async Task<IReadOnlyList<EvidenceRecord>> ListForCaseAsync(PracticeId practice, CaseId @case, CancellationToken cancellationToken)
    {
        var rows = await ListAsync(@case, row => row.Practice == practice, cancellationToken);
        return [.. rows.Select(row => row.Record)];
    }

    /// <summary>Gives a screenshot another name to be shown by. The file itself stays as it is.</summary>
    public async Task RenameAsync(EvidenceId id, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Evidence.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(r => r.Name, name), cancellationToken);
    }

    /// <summary>What became of the originals that came with these cases.</summary>
    public async Task<EvidenceAtHand> CountAsync(PracticeId practice, IEnumerable<CaseId> cases, CancellationToken cancellationToken)
    {
        List<CaseId> ids = [.. cases];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var states = await db.Evidence
            .Where(row => row.Practice == practice && ids.Contains(row.Draft) && row.RedactionOf == null)
            .Select(row => row.State)
            .ToListAsync(cancellationToken);
        return new EvidenceAtHand(states.Count(state => state == EvidenceState.Kept), states.Count(state => state == EvidenceState.Quarantined));
    }

    /// <summary>Originals of all practices that were received since an instant, may be shown, are larger than this, and have no hash yet.</summary>
    public async Task<IReadOnlyList<EvidenceRecord>> ListWithoutHashAsync(
        long largerThan, long morePixelsThan, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Evidence.AsNoTracking()
            .Where(row => row.PictureHash == null && row.State == EvidenceState.Kept && row.RedactionOf == null && row.AbandonedAt == null
                && row.ReceivedAt >= since
                && (row.Size > largerThan || (long)(row.PictureWidth ?? 0) * (row.PictureHeight ?? 0) > morePixelsThan))
            .OrderBy(row => row.ReceivedAt)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.Record)];
    }

    /// <returns><c>false</c> when it is not to be compared any more: it was deleted meanwhile.</returns>
    public async Task<bool> AddHashAsync(EvidenceId id, ulong pictureHash, CancellationToken cancellationToken)
    {
        var hash = unchecked((long)pictureHash);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Evidence.Where(row => row.Id == id && row.State == EvidenceState.Kept)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.PictureHash, hash), cancellationToken) == 1;
    }

    /// <summary>Forgets a draft's screenshots, and with them the keys to their bytes.</summary>
    /// <returns>The addresses at which bytes can now be removed.</returns>
    public async Task<IReadOnlyList<string>> DeleteDraftAsync(CaseId draft, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Cases.AnyAsync(row => row.Id == draft, cancellationToken))
        {
            // It was sent, and only the answer was lost: what looks like a draft in the chat is a case by now, and the evidence is the case's.
            return [];
        }

        var addresses = await db.Evidence.Where(row => row.Draft == draft).Select(row => row.Address).ToListAsync(cancellationToken);
        await db.Evidence.Where(row => row.Draft == draft).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await SqliteTraces.RemoveAsync(db, cancellationToken);
        return addresses;
    }

    /// <summary>Destroys the key of a file; what is recorded of it stays. The time of the first purge stays too.</summary>
    public async Task PurgeAsync(PracticeId practice, EvidenceId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Evidence.Where(row => row.Id == id && row.Practice == practice && row.State != EvidenceState.Purged).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.State, EvidenceState.Purged)
                .SetProperty(r => r.WrappedKey, (byte[]?)null)
                .SetProperty(r => r.PurgedAt, now),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await SqliteTraces.RemoveAsync(db, cancellationToken);
    }

    /// <summary>Everything that waits for a scan, of all practices, the longest waiting first.</summary>
    public async Task<IReadOnlyList<EvidenceRecord>> ListInQuarantineAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Evidence.AsNoTracking().Where(row => row.State == EvidenceState.Quarantined)
            .OrderBy(row => row.ReceivedAt)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.Record)];
    }

    public async Task<int> CountInQuarantineAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Evidence.CountAsync(row => row.State == EvidenceState.Quarantined, cancellationToken);
    }

    /// <summary>It was scanned, and may be shown.</summary>
    public async Task ReleaseAsync(EvidenceId id, ulong? pictureHash, CancellationToken cancellationToken)
    {
        var hash = unchecked((long?)pictureHash);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Evidence.Where(row => row.Id == id && row.State == EvidenceState.Quarantined)
            .ExecuteUpdateAsync(
                row => row.SetProperty(r => r.State, EvidenceState.Kept).SetProperty(r => r.PictureHash, hash), cancellationToken);
    }

    private async Task<List<EvidenceRow>> ListAsync(CaseId draft, Func<EvidenceRow, bool> which, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new List<EvidenceRow>();
        await foreach (var row in _ofDraft(db, draft).WithCancellation(cancellationToken))
        {
            if (which(row))
            {
                found.Add(row);
            }
        }

        return found;
    }
}
