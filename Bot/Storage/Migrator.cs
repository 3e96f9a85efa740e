using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// Brings the database to this version's shape. SQLite always at start, before anything else runs; PostgreSQL at start only in
/// Development or with <see cref="StorageOptions.MigrateAtStart"/>, otherwise by <c>dotnet run --project Bot -- migrate</c>.
/// </summary>
internal sealed partial class Migrator(
    IDbContextFactory<BotDbContext> contexts,
    IOptions<StorageOptions> options,
    IHostEnvironment environment,
    ILogger<Migrator> logger)
{
    /// <summary>Whether there is nobody to wait for: a file of this machine.</summary>
    public bool IsLocal => options.Value.Provider == DatabaseProvider.Sqlite;

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (IsLocal)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Value.Path))!);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        if (pending > 0)
        {
            await ReleaseOldLockAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            Log.Migrated(logger, options.Value.Provider, pending);
        }

        if (IsLocal)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }
    }

    /// <returns>Why a command cannot work with the database as it is, as the beginning of a sentence; <c>null</c> when it can.</returns>
    public async Task<string?> WhyNotReadyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !await db.Database.CanConnectAsync(cancellationToken) ? "There is no database where Storage points to"
            : (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                ? "The database is not of this version (dotnet run --project Bot -- migrate brings it up to date)"
            : null;
    }

    /// <summary>At start: migrates where that is done then, and looks where it is not.</summary>
    /// <returns><c>null</c> when the database has this version's shape; otherwise one sentence.</returns>
    public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (IsLocal || options.Value.MigrateAtStart || environment.IsDevelopment())
        {
            await MigrateAsync(cancellationToken);
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // Opened by itself, so that a database that is away is not taken for one without migrations.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return pending == 0 ? null : Behind(pending);
    }

    public static string Behind(int pending) =>
        $"The database lacks {pending} migrations. Run: dotnet run --project Bot -- migrate (or set Storage:MigrateAtStart).";

    // On SQLite the lock is a row, and a process killed while it migrated leaves it behind: the next start would wait for it for ever.
    // A SQLite file belongs to one process, so a lock found here is always such a one.
    private async Task ReleaseOldLockAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        if (IsLocal)
        {
            await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "The {Provider} database took {Count} migrations")]
        public static partial void Migrated(ILogger logger, DatabaseProvider provider, int count);
    }
}
