using Microsoft.EntityFrameworkCore;

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
                    "OwedSince", "ExpandedFrom", "State", "DueAt", "Attempts")
                VALUES ({row.Practice.Value}, {row.DedupeKey}, {row.Kind}, {row.Recipient.ToString()}, {row.Person?.Value}, {row.Copy},
                    {row.CaseId?.Value}, {row.Detail}, {row.Urgent}, {row.OwedSince.UtcTicks}, {row.ExpandedFrom}, {row.State.ToString()},
                    {row.DueAt.UtcTicks}, {row.Attempts})
                ON CONFLICT ("Practice", "DedupeKey") DO NOTHING
                """,
                cancellationToken);
        }

        return added;
    }

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
            db.Database.IsNpgsql() ? ClaimOnPostgres : ClaimOnSqlite,
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
