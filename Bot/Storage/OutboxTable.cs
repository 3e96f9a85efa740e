using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>The statements on the outbox that need more than one database can do in the same words.</summary>
internal static class OutboxTable
{
    private const string ClaimOnSqlite = ClaimFrom + ClaimTo;
    private const string ClaimOnPostgres = ClaimFrom + " FOR UPDATE SKIP LOCKED" + ClaimTo;
    private const string ClaimTo = """) RETURNING "Id" AS "Value" """;
    private const string ClaimFrom =
        """
        UPDATE "Outbox" SET "LeasedBy" = {0}, "LeasedUntil" = {1}
        WHERE "Id" IN (
            SELECT "Id" FROM "Outbox"
            WHERE "State" = 'Pending' AND "DueAt" <= {2} AND ("LeasedUntil" IS NULL OR "LeasedUntil" < {2})
            ORDER BY "Urgent" DESC, "DueAt", "Id"
            LIMIT {3}
        """;

    /// <summary>Adds rows; one whose key the practice has had before is silently left out.</summary>
    /// <returns>How many are new.</returns>
    public static async Task<int> AddAsync(BotDbContext db, IEnumerable<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var row in rows)
        {
            added += await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Outbox" ("Practice", "DedupeKey", "Kind", "Recipient", "Person", "Copy", "CaseId", "Detail", "Urgent",
                    "OwedSince", "ExpandedFrom", "TraceParent", "State", "DueAt", "Attempts")
                VALUES ({row.Practice.Value}, {row.DedupeKey}, {row.Kind}, {row.Recipient.ToString()}, {row.Person?.Value}, {row.Copy},
                    {row.CaseId?.Value}, {row.Detail}, {row.Urgent}, {row.OwedSince.UtcTicks}, {row.ExpandedFrom}, {row.TraceParent},
                    {row.State.ToString()}, {row.DueAt.UtcTicks}, {row.Attempts})
                ON CONFLICT ("Practice", "DedupeKey") DO NOTHING
                """,
                cancellationToken);
        }

        return added;
    }

    /// <summary>Notes an attempt and renews the lease. Every message costs this and an end: in plain words, without the price of a query's tree.</summary>
    /// <returns><c>false</c> when the row is no longer held.</returns>
    public static async Task<bool> BeginAsync(BotDbContext db, OutboxRow row, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Outbox" SET "Attempts" = {row.Attempts}, "LeasedUntil" = {row.LeasedUntil?.UtcTicks}
            WHERE "Id" = {row.Id} AND "State" = 'Pending' AND "LeasedBy" = {row.LeasedBy}
            """,
            cancellationToken) == 1;

    /// <summary>Settles a row.</summary>
    /// <returns><c>false</c> when the row is no longer held: then it stays as it is.</returns>
    public static async Task<bool> EndAsync(
        BotDbContext db,
        OutboxRow row,
        OutboxState state,
        string? why,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Outbox" SET "State" = {state.ToString()}, "LastError" = {why}, "SettledAt" = {now.UtcTicks},
                "LeasedBy" = NULL, "LeasedUntil" = NULL
            WHERE "Id" = {row.Id} AND "State" = 'Pending' AND "LeasedBy" = {row.LeasedBy}
            """,
            cancellationToken) == 1;

    /// <summary>What waited for this person becomes due.</summary>
    /// <returns>How many messages.</returns>
    public static Task<int> ReleaseAsync(
        BotDbContext db,
        PracticeId practice,
        PersonId person,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Outbox" SET "State" = 'Pending', "DueAt" = {now.UtcTicks}
            WHERE "Practice" = {practice.Value} AND "Person" = {person.Value} AND "State" = 'Waiting'
            """,
            cancellationToken);

    /// <summary>
    /// Leases due rows to a worker: urgent ones first, then the oldest. Two workers never get the same row: PostgreSQL skips what
    /// another one is just taking, SQLite runs one such statement at a time.
    /// </summary>
    public static async Task<IReadOnlyList<OutboxRow>> ClaimAsync(
        BotDbContext db,
        Guid worker,
        DateTimeOffset now,
        DateTimeOffset until,
        int limit,
        CancellationToken cancellationToken)
    {
        var ids = await db.Database.SqlQueryRaw<long>(
            db is PostgresBotDbContext ? ClaimOnPostgres : ClaimOnSqlite,
            worker,
            until.UtcTicks,
            now.UtcTicks,
            limit).ToListAsync(cancellationToken);
        return ids.Count == 0
            ? []
            : await db.Outbox.AsNoTracking().Where(row => ids.Contains(row.Id))
                .OrderByDescending(row => row.Urgent).ThenBy(row => row.DueAt).ThenBy(row => row.Id)
                .ToListAsync(cancellationToken);
    }
}
