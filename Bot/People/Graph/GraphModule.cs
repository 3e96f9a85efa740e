using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.People.Graph;

/// <remarks>
/// Asks Microsoft Graph for what the roster cannot say, each thing only when it is switched on. While nothing is, the library is not even
/// loaded: it is large.
/// </remarks>
internal static class GraphModule
{
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GraphOptions>().Bind(configuration.GetSection(GraphOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptions.Validator>();
        services.AddHealthChecks().AddCheck<GraphHealthCheck>("graph");
        return services
            .AddSingleton(provider => new Lazy<IGraph>(() => ActivatorUtilities.CreateInstance<GraphCalls>(provider)))
            .AddSingleton(provider => new GraphRoles(() => GraphIdentity.For(
                configuration, provider.GetRequiredService<IHostEnvironment>(), provider.GetRequiredService<IOptions<GraphOptions>>().Value)))
            .AddSingleton<GraphState>()
            .AddSingleton<Absences>()
            .AddSingleton<NamedPeople>()
            .AddSingleton<PersonalApp>();
    }
}
