using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Degraded when a message was given up or is late. Counts only.</summary>
internal sealed class OutboxHealthCheck(
    IDbContextFactory<BotDbContext> contexts,
    IOptions<DeliveryOptions> options,
    TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = time.GetUtcNow().AddMinutes(-options.Value.LateMinutes);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var dead = await db.Outbox.CountAsync(row => row.State == OutboxState.Dead, cancellationToken);
        var due = db.Outbox.Where(row => row.State == OutboxState.Pending && row.OwedSince < late);
        var overdue = await due.CountAsync(row => db.Installations.Any(team => team.Practice == row.Practice && team.RemovedAt == null), cancellationToken);
        var nowhere = await due.CountAsync(cancellationToken) - overdue;
        var waiting = await db.Outbox.CountAsync(row => row.State == OutboxState.Waiting, cancellationToken);
        var counts = $"Messages given up: {dead}. Late: {overdue}. Waiting for somebody who cannot be reached: {waiting}."
            + (nowhere > 0 ? $" Waiting for a team that the bot is not in: {nowhere}." : "");
        return dead > 0 || overdue > 0 ? HealthCheckResult.Degraded(counts) : HealthCheckResult.Healthy(counts);
    }
}
