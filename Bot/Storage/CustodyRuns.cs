using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Which instance makes the nightly check, and what came of the last ones.</summary>
internal sealed class CustodyRuns(IDbContextFactory<BotDbContext> contexts)
{
    /// <returns><c>false</c> when the night is finished, or another instance is at it.</returns>
    public async Task<bool> ClaimAsync(
        PracticeId practice, DateOnly night, Guid worker, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        FormattableString claim =
            $"""
            INSERT INTO "CustodyRuns" ("Practice", "Night", "LeasedBy", "LeasedUntil", "Cases", "Events", "Files", "Findings")
            VALUES ({practice.Value}, {night}, {worker}, {until.UtcTicks}, 0, 0, 0, 0)
            ON CONFLICT ("Practice", "Night") DO UPDATE SET "LeasedBy" = {worker}, "LeasedUntil" = {until.UtcTicks}
            WHERE "CustodyRuns"."FinishedAt" IS NULL AND "CustodyRuns"."LeasedUntil" < {now.UtcTicks}
            """;
        return await db.Database.ExecuteSqlAsync(claim, cancellationToken) == 1;
    }

    /// <returns><c>false</c> when the lease is lost: another instance has begun the night again.</returns>
    public async Task<bool> RenewAsync(PracticeId practice, DateOnly night, Guid worker, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Held(db, practice, night, worker).ExecuteUpdateAsync(row => row.SetProperty(r => r.LeasedUntil, until), cancellationToken) == 1;
    }

    public async Task FinishAsync(CustodyRunRow finished, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Held(db, finished.Practice, finished.Night, finished.LeasedBy).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.FinishedAt, finished.FinishedAt)
                .SetProperty(r => r.Cases, finished.Cases)
                .SetProperty(r => r.Events, finished.Events)
                .SetProperty(r => r.Files, finished.Files)
                .SetProperty(r => r.Findings, finished.Findings),
            cancellationToken);
    }

    /// <returns><c>null</c> when no check has ever been finished.</returns>
    public async Task<CustodyRunRow?> LastFinishedAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CustodyRuns.AsNoTracking()
            .Where(row => row.Practice == practice && row.FinishedAt != null)
            .OrderByDescending(row => row.FinishedAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<CustodyRunRow> Held(BotDbContext db, PracticeId practice, DateOnly night, Guid worker) =>
        db.CustodyRuns.Where(row => row.Practice == practice && row.Night == night && row.LeasedBy == worker && row.FinishedAt == null);
}
