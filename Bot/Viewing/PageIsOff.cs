using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>Says that nobody can look at screenshots, because it is not known under which address.</summary>
internal sealed class PageIsOff : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Degraded("Screenshots are kept but nobody can look at them: Bot:PublicUrl is not set."));
}
