using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>The bot as an app of one person: installed for them, where that is switched on and permitted.</summary>
internal sealed partial class PersonalApp(
    IOptions<GraphOptions> options, Lazy<IGraph> graph, GraphState state, IConfiguration configuration, TimeProvider time, ILogger<PersonalApp> logger)
{
    /// <summary>Whoever cannot be reached though the app is there is not helped by installing it again.</summary>
    private static readonly TimeSpan NotAgainWithin = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<PersonId, DateTimeOffset> _installed = new();
    private string? _appId;

    public bool IsOn => options.Value.Install;

    /// <summary>Sees to it that somebody has the app. Teams tells the bot of a new installation by itself.</summary>
    /// <returns>
    /// Whether it is worth trying to write to them once more; <c>false</c> too when that was said of them less than a day ago.
    /// </returns>
    public async Task<bool> InstallAsync(PersonId person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!IsOn || state.IsResting(GraphFeature.Install) || (_installed.TryGetValue(person, out var last) && now - last < NotAgainWithin))
        {
            return false;
        }

        var answer = await AskAsync(person, cancellationToken);
        state.Learn(GraphFeature.Install, answer);
        Log.Installed(logger, person, answer is GraphAnswer<bool>.Got got ? (got.Value ? "new" : "was there") : answer.GetType().Name);
        if (answer is not GraphAnswer<bool>.Got)
        {
            return false;
        }

        _installed[person] = now;
        return true;
    }

    private async Task<GraphAnswer<bool>> AskAsync(PersonId person, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await AppIdAsync(either.Token) switch
            {
                GraphAnswer<string>.Got app => await graph.Value.InstallAsync(person, app.Value, either.Token),
                GraphAnswer<string>.NotThere => new GraphAnswer<bool>.NotNow("the app is not in the organisation's catalogue"),
                GraphAnswer<string>.NotPermitted refused => new GraphAnswer<bool>.NotPermitted($"{refused.Permission} (not needed with Graph:TeamsAppId)"),
                GraphAnswer<string>.NotNow notNow => new GraphAnswer<bool>.NotNow(notNow.Why, notNow.After),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GraphAnswer<bool>.NotNow("timeout");
        }
    }

    private async Task<GraphAnswer<string>> AppIdAsync(CancellationToken cancellationToken)
    {
        if ((options.Value.TeamsAppId is { Length: > 0 } configured ? configured : _appId) is { } known)
        {
            return new GraphAnswer<string>.Got(known);
        }

        // The package's manifest has the bot's app id for its own.
        var answer = await graph.Value.FindAppAsync(configuration["MicrosoftAppId"] ?? "", cancellationToken);
        _appId = (answer as GraphAnswer<string>.Got)?.Value;
        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(2121, LogLevel.Information, "The app was to be installed for {Person}: {Outcome}")]
        public static partial void Installed(ILogger logger, PersonId person, string outcome);
    }
}
