using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Gives out running numbers.</summary>
internal static class CaseNumbers
{
    /// <summary>
    /// The next number for a practice and year, from 1. The counter's row stays locked until the caller's transaction ends: numbers
    /// have no gaps, and nobody else opens a case for this practice and year in the meantime.
    /// </summary>
    public static async Task<int> TakeAsync(BotDbContext db, PracticeId practice, int year, CancellationToken cancellationToken)
    {
        var taken = await db.Database.SqlQuery<int>(
            $"""
            INSERT INTO "CaseNumbers" ("Practice", "Year", "Last") VALUES ({practice.Value}, {year}, 1)
            ON CONFLICT ("Practice", "Year") DO UPDATE SET "Last" = "CaseNumbers"."Last" + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(cancellationToken);
        return taken[0];
    }
}
