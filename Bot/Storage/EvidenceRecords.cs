using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Which screenshots were received for which draft.</summary>
internal sealed class EvidenceRecords(IDbContextFactory<BotDbContext> contexts)
{
    private readonly Func<BotDbContext, CaseId, IAsyncEnumerable<EvidenceRow>> _ofDraft = EF.CompileAsyncQuery(
        (BotDbContext db, CaseId draft) =>
            db.Evidence.Where(row => row.Draft == draft).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Name).AsNoTracking());

    /// <returns>What is recorded: for a file that this draft already has, the record of the first time.</returns>
    public async Task<SealedEvidence> AddAsync(
        PracticeId practice,
        CaseId draft,
        PersonId reporter,
        SealedEvidence evidence,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Evidence.Add(new EvidenceRow
        {
            Id = evidence.Id,
            Practice = practice,
            Draft = draft,
            Name = evidence.Name,
            ContentType = evidence.ContentType,
            Size = evidence.Size,
            Sha256 = evidence.Sha256,
            ReceivedAt = evidence.ReceivedAt,
            Reporter = reporter,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return evidence;
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            var first = await db.Evidence.AsNoTracking()
                .SingleAsync(row => row.Draft == draft && row.Sha256 == evidence.Sha256, cancellationToken);
            return first.Sealed;
        }
    }

    /// <summary>In the order in which they were received.</summary>
    public async Task<IReadOnlyList<SealedEvidence>> ListForDraftAsync(CaseId draft, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new List<SealedEvidence>();
        await foreach (var row in _ofDraft(db, draft).WithCancellation(cancellationToken))
        {
            found.Add(row.Sealed);
        }

        return found;
    }

    /// <summary>Forgets a draft's screenshots.</summary>
    /// <returns>The hashes that no other draft or case refers to any more: their bytes can go.</returns>
    public async Task<IReadOnlyList<string>> DeleteDraftAsync(CaseId draft, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var hashes = await db.Evidence.Where(row => row.Draft == draft).Select(row => row.Sha256).ToListAsync(cancellationToken);
        await db.Evidence.Where(row => row.Draft == draft).ExecuteDeleteAsync(cancellationToken);
        var kept = await db.Evidence.Where(row => hashes.Contains(row.Sha256)).Select(row => row.Sha256).ToListAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. hashes.Except(kept)];
    }
}
