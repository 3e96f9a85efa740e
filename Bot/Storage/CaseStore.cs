using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Cases as they stand. Every question names the practice: no answer ever crosses from one to another.</summary>
internal sealed class CaseStore(IDbContextFactory<BotDbContext> contexts)
{
    // Compiled once for each store: a compiled query belongs to one database.
    private readonly Func<BotDbContext, PracticeId, CaseId, CancellationToken, Task<string?>> _find = EF.CompileAsyncQuery(
        (BotDbContext db, PracticeId practice, CaseId id, CancellationToken _) =>
            db.Cases.Where(row => row.Id == id && row.Practice == practice).Select(row => row.Document).SingleOrDefault());

    private static readonly CaseStatus[] Open = [CaseStatus.Reported, CaseStatus.AwaitingInformation, CaseStatus.UnderReview];

    public async Task<Case?> FindAsync(PracticeId practice, CaseId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Read(await _find(db, practice, id, cancellationToken));
    }

    public async Task<Case?> FindByReferenceAsync(PracticeId practice, CaseReference reference, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = Read(await db.Cases
            .Where(row => row.Practice == practice && row.Year == reference.Year && row.Number == reference.Number)
            .Select(row => row.Document)
            .SingleOrDefaultAsync(cancellationToken));
        return found?.Reference == reference ? found : null;
    }

    /// <summary>Those of these cases that there are.</summary>
    public async Task<IReadOnlyList<Case>> FindAsync(PracticeId practice, IReadOnlyCollection<CaseId> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await ListAsync(practice, rows => rows.Where(row => ids.Contains(row.Id)), cancellationToken);

    /// <summary>The case that decides for a merged one, however often that was merged in turn; <c>null</c> for a case that decides for itself.</summary>
    public async Task<Case?> FindMainAsync(Case @case, CancellationToken cancellationToken)
    {
        Case? main = null;
        for (var next = @case; next?.DuplicateOf is { } into;)
        {
            next = await FindAsync(@case.Practice, into.Main, cancellationToken);
            main = next;
        }

        return main;
    }

    /// <summary>Open cases, the urgent ones first, then by the date that was promised.</summary>
    /// <param name="page">From 0. A page that does not exist is empty.</param>
    public async Task<CasePage> ListOpenAsync(PracticeId practice, int page, int pageSize, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = db.Cases.Where(row => row.Practice == practice && Open.Contains(row.Status));
        var total = await open.CountAsync(cancellationToken);
        var documents = await open
            .OrderBy(row => row.Urgency == Urgency.Urgent ? 0 : 1).ThenBy(row => row.DueAt).ThenBy(row => row.Number)
            .Skip(page * pageSize).Take(pageSize)
            .Select(row => row.Document)
            .ToListAsync(cancellationToken);
        return new CasePage([.. documents.Select(CaseJson.ReadCase)], total);
    }

    /// <summary>Somebody's own reports, the newest first.</summary>
    public async Task<IReadOnlyList<Case>> ListByReporterAsync(
        PracticeId practice,
        PersonId reporter,
        int limit,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = await db.Cases.Where(row => row.Practice == practice && row.Reporter == reporter)
            .OrderByDescending(row => row.ReportedAt)
            .Take(limit)
            .Select(row => row.Document)
            .ToListAsync(cancellationToken);
        return [.. documents.Select(CaseJson.ReadCase)];
    }

    /// <summary>Somebody's own reports that are not decided or withdrawn yet, the newest first.</summary>
    public async Task<IReadOnlyList<Case>> ListOpenByReporterAsync(PracticeId practice, PersonId reporter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = await db.Cases.Where(row => row.Practice == practice && row.Reporter == reporter && Open.Contains(row.Status))
            .OrderByDescending(row => row.ReportedAt).ThenByDescending(row => row.Number)
            .Select(row => row.Document)
            .ToListAsync(cancellationToken);
        return [.. documents.Select(CaseJson.ReadCase)];
    }

    /// <summary>Cases reported in [<paramref name="from"/>, <paramref name="to"/>), the earliest first.</summary>
    public Task<IReadOnlyList<Case>> ListReportedAsync(
        PracticeId practice,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken) =>
        ListAsync(practice, rows => rows.Where(row => row.ReportedAt >= from && row.ReportedAt < to), cancellationToken);

    /// <summary>Cases decided in [<paramref name="from"/>, <paramref name="to"/>), the earliest report first.</summary>
    public Task<IReadOnlyList<Case>> ListDecidedAsync(
        PracticeId practice,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken) =>
        ListAsync(practice, rows => rows.Where(row => row.DecidedAt >= from && row.DecidedAt < to), cancellationToken);

    /// <summary>
    /// Cases that were open at an instant: reported before it, and neither decided nor withdrawn before it. They come as they are now.
    /// </summary>
    public Task<IReadOnlyList<Case>> ListOpenAtAsync(PracticeId practice, DateTimeOffset instant, CancellationToken cancellationToken) =>
        ListAsync(
            practice,
            rows => rows.Where(row => row.ReportedAt < instant && (row.SettledAt == null || row.SettledAt >= instant)),
            cancellationToken);

    /// <summary>What happened to a case, from the first event.</summary>
    public async Task<IReadOnlyList<CaseEvent>> ListEventsAsync(CaseId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var events = await db.CaseEvents.Where(row => row.CaseId == id)
            .OrderBy(row => row.Sequence)
            .Select(row => row.Json)
            .ToListAsync(cancellationToken);
        return [.. events.Select(CaseJson.ReadEvent)];
    }

    public async Task<ChainVerdict> VerifyChainAsync(CaseId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CaseLog.VerifyAsync(db, id, cancellationToken);
    }

    private async Task<IReadOnlyList<Case>> ListAsync(
        PracticeId practice,
        Func<IQueryable<CaseRow>, IQueryable<CaseRow>> which,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = await which(db.Cases.Where(row => row.Practice == practice))
            .OrderBy(row => row.ReportedAt).ThenBy(row => row.Number)
            .Select(row => row.Document)
            .ToListAsync(cancellationToken);
        return [.. documents.Select(CaseJson.ReadCase)];
    }

    private static Case? Read(string? document) => document is null ? null : CaseJson.ReadCase(document);
}
