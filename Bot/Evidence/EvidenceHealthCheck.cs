using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Degraded, not unhealthy, when no screenshot can be kept: people can still report, and are told to keep the picture.</summary>
internal sealed class EvidenceHealthCheck(IEvidenceStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy("The evidence store takes files.");
        }
        catch (StoreFailedException)
        {
            return HealthCheckResult.Degraded("The evidence store (Evidence:Blob or Evidence:Path) takes no file: it is full, read-only or away. Screenshots are not kept.");
        }
    }
}
