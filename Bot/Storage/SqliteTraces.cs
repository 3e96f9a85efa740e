using Microsoft.EntityFrameworkCore;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// What was deleted is zeros in a SQLite file (<see cref="SqlitePragmas"/>), but its WAL still holds the pages as they were. This takes
/// the WAL into the file and empties it.
/// </summary>
internal static class SqliteTraces
{
    /// <summary>After the commit, never within the transaction.</summary>
    /// <remarks>
    /// It does not fail: when somebody reads for longer than SQLite waits, the WAL is emptied after the next deletion, or when the process
    /// ends.
    /// </remarks>
    public static async Task RemoveAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        if (db is SqliteBotDbContext)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        }
    }
}
