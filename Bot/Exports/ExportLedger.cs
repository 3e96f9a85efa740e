using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>
/// Writes down what becomes of a request: the request itself, the event in the case's chain, and every message owed because of it are one
/// transaction. It goes through only while the case is still the one that was asked for.
/// </summary>
internal sealed class ExportLedger(IDbContextFactory<BotDbContext> contexts, OutboxSignal signal, TimeProvider time)
{
    public async Task<ExportRow?> FindAsync(PracticeId practice, ExportId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Exports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Practice == practice, cancellationToken);
    }

    /// <summary>By its token alone, which says the practice too: whoever opens it must be the person who asked, who decides there.</summary>
    /// <returns><c>null</c> when no link with this token can be used now.</returns>
    public async Task<ExportRow?> FindByTokenAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, from) = (HashOf(token), time.GetUtcNow() - ExportTimes.Link);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Exports.AsNoTracking()
            .SingleOrDefaultAsync(row => row.LinkHash == hash && row.LinkMadeAt > from, cancellationToken);
    }

    /// <returns><c>false</c> when the case has changed, or this request is there already.</returns>
    public async Task<bool> RequestAsync(ExportRow export, CancellationToken cancellationToken)
    {
        try
        {
            return await RecordAsync(
                export,
                async db =>
                {
                    export.Events = await db.Cases.Where(row => row.Id == export.CaseId).Select(row => row.LastSequence).SingleAsync(cancellationToken);
                    db.Exports.Add(export);
                    return true;
                },
                new ExportRequested(export.RequestedBy, export.RequestedAt, export.Id, export.Audience, export.Copies, export.Reason),
                [ExportAnnouncer.Ask(export)],
                cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return false;
        }
    }

    /// <returns><c>false</c> when somebody was first, or the case has changed.</returns>
    public Task<bool> AnswerAsync(ExportRow export, PersonId by, bool agrees, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = agrees ? ExportState.Confirmed : ExportState.Declined;
        return RecordAsync(
            export,
            async db => await db.Exports.Where(row => row.Id == export.Id && row.State == ExportState.Asked).ExecuteUpdateAsync(
                row => row.SetProperty(r => r.State, state).SetProperty(r => r.AnsweredBy, by).SetProperty(r => r.AnsweredAt, now),
                cancellationToken) == 1,
            agrees ? new ExportConfirmed(by, now, export.Id) : new ExportDeclined(by, now, export.Id),
            [ExportAnnouncer.Answer(export), .. ExportAnnouncer.Redraw(export, "answered")],
            cancellationToken);
    }

    /// <summary>Makes a link's token. It takes the place of the one before, which opens nothing any more.</summary>
    /// <returns>43 characters that stand for 256 random bits.</returns>
    public async Task<string> MakeLinkAsync(ExportRow export, CancellationToken cancellationToken)
    {
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var (hash, now) = (HashOf(token), time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Exports.Where(row => row.Id == export.Id).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.LinkHash, hash).SetProperty(r => r.LinkMadeAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
    }

    /// <summary>Uses the link up and writes down what is handed out, both or neither; the bytes go after that.</summary>
    /// <returns><c>false</c> when somebody was first, the time is over, or the case has changed.</returns>
    public Task<bool> ClaimAsync(ExportRow export, string token, EvidenceExported handedOut, CancellationToken cancellationToken)
    {
        var (hash, from) = (HashOf(token), handedOut.At - ExportTimes.Link);
        return RecordAsync(
            export,
            async db => await db.Exports.Where(row => row.Id == export.Id && row.LinkHash == hash && row.LinkMadeAt > from).ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.LinkHash, (string?)null)
                    .SetProperty(r => r.HandedOutAt, handedOut.At)
                    .SetProperty(r => r.BundleSha256, handedOut.Sha256),
                cancellationToken) == 1,
            handedOut,
            ExportAnnouncer.Redraw(export, handedOut.At.UtcTicks.ToString(CultureInfo.InvariantCulture)),
            cancellationToken);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));

    private async Task<bool> RecordAsync(
        ExportRow export,
        Func<BotDbContext, Task<bool>> change,
        ExportEvent happened,
        IReadOnlyList<Announcement> owed,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Takes the case's row, so that nobody else appends to its chain meanwhile, and only as it was when the evidence was asked for.
        var isSame = await db.Cases.Where(row => row.Id == export.CaseId && row.Practice == export.Practice && row.Version == export.CaseVersion)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Version, r => r.Version), cancellationToken) == 1;
        if (!isSame || !await change(db))
        {
            return false;
        }

        await CaseLog.AppendAsync(db, export.CaseId, happened, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await OutboxTable.AddAsync(db, owed.Select(one => OutboxRows.From(one, time.GetUtcNow())), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Ring();
        return true;
    }
}
