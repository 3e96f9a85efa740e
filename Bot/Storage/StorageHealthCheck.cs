using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Unhealthy when the database does not answer, or has not been brought to this version's shape.</summary>
internal sealed class StorageHealthCheck(IDbContextFactory<BotDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return pending == 0
            ? HealthCheckResult.Healthy("The database answers.")
            : HealthCheckResult.Unhealthy(Migrator.Behind(pending));
    }
}
