using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// Deletes a case whose time is over: the one sanctioned exception from "events are never deleted". What it says of people, its events,
/// and everything owed because of it go in one transaction, and in the same one a certificate with hashes only is written.
/// </summary>
internal sealed class CasePurge(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>
    /// The last step: only for a case whose purge has begun and whose files are purged, in the version in which it was read.
    /// </summary>
    /// <param name="neutral">The messages that take the place of a card about the case which stands in somebody's chat.</param>
    /// <returns>The certificate; <c>null</c> when the case is not ready for it, or somebody was first. Then nothing has changed.</returns>
    public async Task<PurgeCertificate?> FinishAsync(
        Case @case, DateTimeOffset now, Func<CardCopyRow, OutboxRow> neutral, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (@case.Purge is not { } begun || !await HoldAsync(db, @case, cancellationToken))
        {
            return null;
        }

        var files = await db.Evidence.AsNoTracking().Where(row => row.Draft == @case.Id).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Sha256)
            .Select(row => new { row.Sha256, row.State })
            .ToListAsync(cancellationToken);
        if (files.Any(file => file.State != EvidenceState.Purged))
        {
            return null;
        }

        var certificate = new PurgeCertificate(
            @case.Id,
            @case.Practice,
            @case.Reference,
            begun.At,
            now,
            begun.Rule,
            await CaseLog.VerifyAsync(db, @case.Id, cancellationToken) is ChainVerdict.Intact,
            [.. files.Select(file => file.Sha256)],
            await db.CaseEvents.Where(row => row.CaseId == @case.Id).OrderBy(row => row.Sequence).Select(row => row.Hash).ToListAsync(cancellationToken),
            await db.Cases.Where(row => row.Id == @case.Id).Select(row => row.LastHash).SingleAsync(cancellationToken));
        db.Certificates.Add(CertificateRow.From(certificate));
        await db.SaveChangesAsync(cancellationToken);
        await DeleteAsync(db, @case.Id, neutral, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await SqliteTraces.RemoveAsync(db, cancellationToken);
        return certificate;
    }

    /// <summary>Forgets where cards about purged cases stood, once they have been redrawn, or could not be.</summary>
    public async Task ForgetCopiesAsync(PracticeId practice, string kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var done = db.Outbox.Where(row => row.Practice == practice && row.Kind == kind && row.State != OutboxState.Pending);
        await db.CardCopies.Where(copy => done.Any(row => row.Copy == copy.Id)).ExecuteDeleteAsync(cancellationToken);
        await done.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Forgets messages that belong to no case and came to the end of their way before an instant. What is still owed stays, however old.
    /// </summary>
    public async Task ForgetMessagesAsync(PracticeId practice, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Outbox.Where(row => row.Practice == practice && row.CaseId == null && row.SettledAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>After all purges of a night: what they deleted is in no page of a SQLite file any more.</summary>
    /// <exception cref="DbException">The disk has no room for it, for example. Nothing is lost by that.</exception>
    public async Task LeaveNoTracesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await SqliteTraces.RewriteAsync(db, cancellationToken);
    }

    /// <summary>Takes the case's row, so that nobody appends to its chain meanwhile.</summary>
    private static async Task<bool> HoldAsync(BotDbContext db, Case @case, CancellationToken cancellationToken) =>
        await db.Cases.Where(row => row.Id == @case.Id && row.Practice == @case.Practice && row.Version == @case.Version)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Version, r => r.Version), cancellationToken) == 1;

    private static async Task DeleteAsync(
        BotDbContext db, CaseId @case, Func<CardCopyRow, OutboxRow> neutral, CancellationToken cancellationToken)
    {
        await db.Outbox.Where(row => row.CaseId == @case).ExecuteDeleteAsync(cancellationToken);
        await db.CaseEvents.Where(row => row.CaseId == @case).ExecuteDeleteAsync(cancellationToken);
        await db.Evidence.Where(row => row.Draft == @case).ExecuteDeleteAsync(cancellationToken);
        await db.Exports.Where(row => row.CaseId == @case).ExecuteDeleteAsync(cancellationToken);
        await db.CustodyFindings.Where(row => row.CaseId == @case).ExecuteDeleteAsync(cancellationToken);
        await db.Cases.Where(row => row.Id == @case).ExecuteDeleteAsync(cancellationToken);
        var copies = await db.CardCopies.AsNoTracking().Where(copy => copy.CaseId == @case).ToListAsync(cancellationToken);
        await OutboxTable.AddAsync(db, copies.Select(neutral), cancellationToken);
    }
}
