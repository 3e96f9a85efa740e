using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>Remembers, for each feature of Graph, what came of asking last, and until when it is not to be asked again.</summary>
internal sealed partial class GraphState(IOptions<GraphOptions> options, TimeProvider time, ILogger<GraphState> logger)
{
    /// <summary>After a failure for which Graph names no time.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>A permission that is granted now counts after a while only, because tokens live on.</summary>
    public static readonly TimeSpan RestWithoutPermission = TimeSpan.FromMinutes(15);

    /// <summary>A longer pause is not obeyed: it is more likely a mistake than a request.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<GraphFeature, Last> _last = [];

    public IReadOnlyList<GraphFeatureState> Features => [.. Enum.GetValues<GraphFeature>().Select(Of)];

    public GraphFeatureState Of(GraphFeature feature)
    {
        if (!options.Value.IsOn(feature))
        {
            return new GraphFeatureState(feature, GraphStanding.Off, null, $"Graph:{feature} is off.");
        }

        lock (_lock)
        {
            return _last.TryGetValue(feature, out var last)
                ? new GraphFeatureState(feature, last.Standing, last.Since, Say(feature, last))
                : new GraphFeatureState(feature, GraphStanding.NotAskedYet, null, $"Graph:{feature} is on; Graph has not had to be asked yet.");
        }
    }

    public bool IsResting(GraphFeature feature)
    {
        lock (_lock)
        {
            return _last.TryGetValue(feature, out var last) && time.GetUtcNow() < last.NotBefore;
        }
    }

    public void Learn<T>(GraphFeature feature, GraphAnswer<T> answer)
    {
        var now = time.GetUtcNow();
        var (standing, detail, rest) = answer switch
        {
            GraphAnswer<T>.Got or GraphAnswer<T>.NotThere => (GraphStanding.Works, "", TimeSpan.Zero),
            GraphAnswer<T>.NotPermitted refused => (GraphStanding.MissingPermission, refused.Permission, RestWithoutPermission),
            GraphAnswer<T>.NotNow notNow => (GraphStanding.Unreachable, notNow.Why, notNow.After ?? Rest),
            _ => throw new UnreachableException(),
        };
        lock (_lock)
        {
            var before = _last.GetValueOrDefault(feature);
            var since = before is not null && before.Standing == standing ? before.Since : now;
            _last[feature] = new Last(standing, since, detail, now + (rest < LongestRest ? rest : LongestRest));
            if (since == now)
            {
                Log.Stands(logger, standing == GraphStanding.Works ? LogLevel.Information : LogLevel.Warning, feature, standing, detail);
            }
        }
    }

    private static string Say(GraphFeature feature, Last last) => last.Standing switch
    {
        GraphStanding.Works => $"Graph:{feature} works.",
        GraphStanding.MissingPermission =>
            $"Graph:{feature} is on, but Graph refuses it: the application permission {last.Detail} is not granted to the bot's identity"
            + (feature == GraphFeature.Install ? ", or a policy of Teams forbids the app" : "")
            + $". {Without(feature)} Grant it, or set Graph:{feature} to false.",
        GraphStanding.Unreachable => $"Graph:{feature} is on, but Graph cannot be asked at present ({last.Detail}). {Without(feature)}",
        _ => throw new UnreachableException(),
    };

    private static string Without(GraphFeature feature) => feature switch
    {
        GraphFeature.Names => "Managers and deputies whom the roster does not show under their configured names decide nothing meanwhile.",
        GraphFeature.Absence => "Nobody counts as away meanwhile.",
        GraphFeature.Install => "Whoever never opened the bot is told nothing meanwhile; the others who decide are told so.",
        _ => throw new UnreachableException(),
    };

    private sealed record Last(GraphStanding Standing, DateTimeOffset Since, string Detail, DateTimeOffset NotBefore);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2111, Message = "Graph:{Feature} stands at {Standing} {Detail}")]
        public static partial void Stands(ILogger logger, LogLevel level, GraphFeature feature, GraphStanding standing, string detail);
    }
}
