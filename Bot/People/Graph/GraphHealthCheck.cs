using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>Off is a choice. Degraded: something that is switched on lacks its permission, or Graph cannot be asked.</summary>
internal sealed class GraphHealthCheck(GraphState state, NamedPeople names) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var on = state.Features.Where(feature => feature.Standing != GraphStanding.Off).ToList();
        if (on.Count == 0)
        {
            return Task.FromResult(HealthCheckResult.Healthy("Off: Microsoft Graph is not asked for anything."));
        }

        string[] sentences =
        [
            .. on.Select(feature => feature.Sentence),
            .. names.Unresolved is > 0 and var count
                ? [$"Names in Practice:Managers and Practice:Deputies that stand for nobody, or for several people: {count}. Use object ids."]
                : Array.Empty<string>(),
        ];
        var degraded = names.Unresolved > 0 || on.Any(feature => feature.Standing is GraphStanding.MissingPermission or GraphStanding.Unreachable);
        var all = string.Join(' ', sentences);
        return Task.FromResult(degraded ? HealthCheckResult.Degraded(all) : HealthCheckResult.Healthy(all));
    }
}
