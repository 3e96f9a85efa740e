using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>
/// Stores what happened to a case. The case, the event in its chain and every message owed because of it are one transaction: a
/// process killed anywhere leaves all of it or nothing.
/// </summary>
internal sealed class CaseRecorder(
    IDbContextFactory<BotDbContext> contexts,
    IEnumerable<IAnnouncer> announcers,
    Practices practices,
    PracticeClock clock,
    OutboxSignal signal)
{
    private readonly Func<BotDbContext, CaseId, CancellationToken, Task<string?>> _document = EF.CompileAsyncQuery(
        (BotDbContext db, CaseId id, CancellationToken _) => db.Cases.Where(row => row.Id == id).Select(row => row.Document).SingleOrDefault());

    private readonly IAnnouncer[] _announcers = [.. announcers];

    /// <summary>Makes a report a case, under the next number of its practice and local year.</summary>
    /// <param name="dueAt">By when a decision is promised, for a case that is opened now.</param>
    public async Task<OpenResult> OpenAsync(CaseReport report, Func<DateTimeOffset, DateTimeOffset> dueAt, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenOnceAsync(report, dueAt, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // The same draft, sent at the same moment on either side of New Year: each had its own counter to wait for.
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return new OpenResult.AlreadyOpen((await FindAsync(db, report.Draft, cancellationToken))!);
        }
    }

    /// <returns><c>false</c> when somebody was first: the case has moved on since it was read, and nothing is stored.</returns>
    public async Task<bool> CommitAsync(CaseOutcome.Recorded recorded, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Always in the same order: two changes of the same two cases wait for each other, and never in a circle.
        foreach (var change in Changes(recorded).OrderBy(change => change.Case.Id.Value))
        {
            if (!await MoveAsync(db, CaseRow.From(change.Case), cancellationToken))
            {
                return false;
            }

            foreach (var @event in EventsOf(change))
            {
                await CaseLog.AppendAsync(db, change.Case.Id, @event, cancellationToken);
            }

            await StoreAsync(db, change, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        signal.Ring();
        return true;
    }

    /// <summary>Keeps what does not change the case: its version stays, and nobody is told.</summary>
    public async Task AuditAsync(Case @case, AuditEvent @event, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        await HoldAsync(db, @case, cancellationToken);
        await CaseLog.AppendAsync(db, @case.Id, @event, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A redacted copy that is sealed and waits becomes the case's, and the event says so, or neither.</summary>
    /// <returns><c>false</c> when the case has a file of the very same bytes: then nothing has changed.</returns>
    public async Task<bool> AdoptCopyAsync(Case @case, EvidenceRedacted redacted, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await HoldAsync(db, @case, cancellationToken);
        if (await db.Evidence.AnyAsync(row => row.Draft == @case.Id && row.Sha256 == redacted.Copy.Sha256, cancellationToken))
        {
            return false;
        }

        await EvidenceTable.AdoptAsync(db, @case.Practice, redacted.Copy.Id, @case.Id, cancellationToken);
        await CaseLog.AppendAsync(db, @case.Id, redacted, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Changes nothing; takes the row, so that nobody else appends to this chain meanwhile.</summary>
    private static Task HoldAsync(BotDbContext db, Case @case, CancellationToken cancellationToken) => db.Cases.Where(row => row.Id == @case.Id)
        .ExecuteUpdateAsync(row => row.SetProperty(r => r.Version, r => r.Version), cancellationToken);

    private async Task<OpenResult> OpenOnceAsync(
        CaseReport report,
        Func<DateTimeOffset, DateTimeOffset> dueAt,
        CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var year = clock.Today.Year;
        var settings = await practices.GetAsync(report.Practice, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // The number first: it makes others who open a case wait, so that what is found next cannot change any more.
        var number = await CaseNumbers.TakeAsync(db, report.Practice, year, cancellationToken);
        if (await FindAsync(db, report.Draft, cancellationToken) is { } already)
        {
            return new OpenResult.AlreadyOpen(already);
        }

        // Another instance may have taken in a picture since the draft was read. It was sent before the report was.
        await EvidenceTable.HoldAsync(db, report.Draft, cancellationToken);
        var since = await EvidenceTable.ListSinceAsync(db, report.Draft, report.Evidence, cancellationToken);
        var whole = report with { Evidence = [.. report.Evidence, .. since] };
        var opened = whole.Open(new CaseReference(settings.ReferencePrefix, year, number), now, dueAt(now));
        CaseLog.Begin(db, CaseRow.From(opened.Case), EventsOf(opened));
        await StoreAsync(db, opened, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Ring();
        return new OpenResult.Opened(opened.Case);
    }

    private static IEnumerable<CaseOutcome.Recorded> Changes(CaseOutcome.Recorded recorded) =>
        recorded.Together is { } together ? [recorded, together] : [recorded];

    private static CaseEvent[] EventsOf(CaseOutcome.Recorded recorded) => [recorded.Event, .. recorded.Also];

    private static async Task<bool> MoveAsync(BotDbContext db, CaseRow next, CancellationToken cancellationToken) =>
        await db.Cases
            .Where(row => row.Id == next.Id && row.Practice == next.Practice && row.Version == next.Version - 1)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.Version, next.Version)
                    .SetProperty(r => r.Status, next.Status)
                    .SetProperty(r => r.DecidedAt, next.DecidedAt)
                    .SetProperty(r => r.SettledAt, next.SettledAt)
                    .SetProperty(r => r.Urgency, next.Urgency)
                    .SetProperty(r => r.DueAt, next.DueAt)
                    .SetProperty(r => r.LinkKey, next.LinkKey)
                    .SetProperty(r => r.Document, next.Document),
                cancellationToken) == 1;

    /// <summary>What is pending in the context, and every message owed because of it.</summary>
    private async Task StoreAsync(BotDbContext db, CaseOutcome.Recorded recorded, CancellationToken cancellationToken)
    {
        foreach (var id in EventsOf(recorded).OfType<EvidenceReceived>().Select(received => received.Evidence.Id))
        {
            await EvidenceTable.AdoptAsync(db, recorded.Case.Practice, id, recorded.Case.Id, cancellationToken);
        }

        foreach (var kept in EventsOf(recorded).OfType<EvidenceNameKept>())
        {
            await EvidenceTable.RenameAsync(db, recorded.Case.Practice, kept.Evidence, kept.Name, cancellationToken);
        }

        var now = clock.Now;
        await db.SaveChangesAsync(cancellationToken);
        await OutboxTable.AddAsync(
            db,
            EventsOf(recorded).SelectMany(@event => _announcers.SelectMany(announcer => announcer.Announce(recorded.Case, @event)))
                .Select(announcement => OutboxRows.From(announcement, now)),
            cancellationToken);
    }

    private async Task<Case?> FindAsync(BotDbContext db, CaseId id, CancellationToken cancellationToken) =>
        await _document(db, id, cancellationToken) is { } document ? CaseJson.ReadCase(document) : null;
}
