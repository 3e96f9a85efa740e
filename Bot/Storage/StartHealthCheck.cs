using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Unhealthy while the bot waits for what it cannot work without, with what that is.</summary>
internal sealed class StartHealthCheck(StartGate gate) : IHealthCheck
{
    public const string Name = "start";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(gate.IsOpen ? HealthCheckResult.Healthy("The bot has started.") : HealthCheckResult.Unhealthy(gate.WaitingFor));
}
