using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>Degraded when a practice's channel has had no summary for eight days: one that was owed and never sent counts as none.</summary>
internal sealed class SummaryHealthCheck(IDbContextFactory<BotDbContext> contexts, TimeProvider time) : IHealthCheck
{
    public const string Name = "summary";

    /// <summary>A week, and a day for one that came late.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(8);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var since = time.GetUtcNow() - Longest;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var without = await db.Installations.CountAsync(
            team => team.RemovedAt == null && team.InstalledAt < since && !db.Outbox.Any(row =>
                row.Practice == team.Practice && SummaryAnnouncer.Both.Contains(row.Kind) && row.State == OutboxState.Sent && row.SettledAt > since),
            cancellationToken);
        return without == 0
            ? HealthCheckResult.Healthy("No practice waits for a summary.")
            : HealthCheckResult.Degraded($"Practices without a summary for more than eight days: {without}.");
    }
}
