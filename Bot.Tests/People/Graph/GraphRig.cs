using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.People.Graph;

/// <summary>What the bot asks Graph, with the real client and a Graph on this machine. It is Wednesday, 10:00.</summary>
internal sealed class GraphRig : IAsyncDisposable
{
    public const string ManifestId = "11111111-1111-1111-1111-111111111111";

    private readonly ServiceProvider _services;

    private GraphRig(LoopbackGraph graph, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Graph = graph;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Graph:BaseUrl", graph.Address.AbsoluteUri),
            new("MicrosoftAppId", ManifestId),
            .. settings,
        ]).Build();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
            .AddSingleton<TimeProvider>(Time)
            .AddGraph(configuration)
            .BuildServiceProvider();
    }

    public LoopbackGraph Graph { get; }

    public FakeTimeProvider Time { get; } = new(CaseBuilder.Wednesday);

    public CapturedLogs Logs { get; } = new();

    public IGraph Calls => Get<Lazy<IGraph>>().Value;

    public static async Task<GraphRig> StartAsync(params (string Name, string Value)[] settings) =>
        new(await LoopbackGraph.StartAsync(), settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)));

    public static Task<GraphRig> StartWithAsync(GraphFeature feature) => StartAsync(($"Graph:{feature}", "true"), ("Graph:TeamsAppId", LoopbackGraph.TeamsApp));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public GraphFeatureState State(GraphFeature feature) => Get<GraphState>().Of(feature);

    public async Task<(HealthStatus Status, string? Sentence)> HealthAsync()
    {
        var entry = (await Get<HealthCheckService>().CheckHealthAsync()).Entries["graph"];
        return (entry.Status, entry.Description);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Graph.DisposeAsync();
    }
}
