using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// What SQLite forgets with every connection: how long to wait for a lock, that a commit does not wait for the disk
/// (<see cref="DurableCommits"/> does), that the operating system keeps the pages anyway, so that a connection needs few of its own, and
/// that zeros take the place of what is deleted. A connection that comes out of the pool still knows.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const string Statements =
        "PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -256; PRAGMA secure_delete = ON;";

    private readonly ConditionalWeakTable<sqlite3, object> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell((SqliteConnection)connection);

    // SQLite answers at once: there is nothing to wait for.
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Tell(SqliteConnection connection)
    {
        if (connection.Handle is not { } handle || _told.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Statements;
        command.ExecuteNonQuery();
        _told.AddOrUpdate(handle, handle);
    }
}
