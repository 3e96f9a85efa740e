using Microsoft.EntityFrameworkCore;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>The statements on the outbox that need more than one database can do in the same words.</summary>
internal static class OutboxTable
{
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
}
