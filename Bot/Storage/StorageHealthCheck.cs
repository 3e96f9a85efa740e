using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Unhealthy when the database does not answer, has not been brought to this version's shape, or has no room left to write.</summary>
internal sealed class StorageHealthCheck(IDbContextFactory<BotDbContext> contexts, IOptions<StorageOptions> options) : IHealthCheck
{
    // As much as a file system gives away at once: a full one may still have a few bytes.
    private static readonly byte[] Probe = new byte[64 * 1024];

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        if (pending > 0)
        {
            return HealthCheckResult.Unhealthy(Migrator.Behind(pending));
        }

        return options.Value.Provider != DatabaseProvider.Sqlite || TakesBytes(options.Value.Path)
            ? HealthCheckResult.Healthy("The database answers.")
            : HealthCheckResult.Unhealthy("The database's disk takes no more bytes: it is full or read-only. What people send is not kept.");
    }

    /// <summary>Reading a SQLite file goes on when its disk is full: only bytes written beside it tell.</summary>
    private static bool TakesBytes(string database)
    {
        try
        {
            using var file = new FileStream(database + "-probe", new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite | FileShare.Delete, // somebody else may ask at the same moment
                Options = FileOptions.DeleteOnClose,
                BufferSize = 0,
            });
            file.Write(Probe);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
