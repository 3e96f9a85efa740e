using Azure.Identity;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>Off is a choice. Degraded: something that is switched on lacks its permission, or Graph cannot be asked.</summary>
internal sealed class GraphHealthCheck(GraphState state, NamedPeople names, GraphRoles roles, IOptions<GraphOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var on = state.Features.Where(feature => feature.Standing != GraphStanding.Off).ToList();
        if (on.Count == 0)
        {
            return HealthCheckResult.Healthy("Off: Microsoft Graph is not asked for anything.");
        }

        var lacking = await LackingAsync(on, cancellationToken);
        string[] sentences =
        [
            .. on.Select(feature => feature.Sentence),
            .. lacking,
            .. names.Unresolved is > 0 and var count
                ? [$"Names in Practice:Managers and Practice:Deputies that stand for nobody, or for several people: {count}. Use object ids."]
                : Array.Empty<string>(),
        ];
        var degraded = names.Unresolved > 0 || lacking.Count > 0 || on.Any(feature => feature.Standing is GraphStanding.MissingPermission or GraphStanding.Unreachable);
        var all = string.Join(' ', sentences);
        return degraded ? HealthCheckResult.Degraded(all) : HealthCheckResult.Healthy(all);
    }

    /// <summary>Of what is switched on and was not needed yet: what it will lack.</summary>
    private async Task<IReadOnlyList<string>> LackingAsync(IReadOnlyList<GraphFeatureState> on, CancellationToken cancellationToken)
    {
        List<GraphFeature> untried = [.. on.Where(feature => feature.Standing == GraphStanding.NotAskedYet).Select(feature => feature.Feature)];
        if (untried.Count == 0)
        {
            return [];
        }

        try
        {
            return await roles.GrantedAsync(cancellationToken) is not { } granted
                ? []
                : [.. untried.SelectMany(feature => GraphPermissions.For(feature, options.Value)).Except(granted)
                    .Select(permission => $"The application permission {permission} is not granted to the bot's identity: grant it, or switch off what needs it.")];
        }
        catch (AuthenticationFailedException)
        {
            return ["Microsoft gives the bot no token for Graph."];
        }
    }
}
