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

    /// <summary>
    /// Writes the whole file anew. When SQLite moves a row to another page, it leaves the row's bytes in the old one, where no later
    /// deletion finds them. For the night: whoever writes waits for it, about 50 milliseconds a megabyte; whoever reads does not.
    /// </summary>
    /// <remarks>The copy that SQLite makes for it is in memory, not on whatever disk holds temporary files.</remarks>
    public static async Task RewriteAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA temp_store = MEMORY; VACUUM; PRAGMA temp_store = DEFAULT", cancellationToken);
            await RemoveAsync(db, cancellationToken);
        }
    }
}
