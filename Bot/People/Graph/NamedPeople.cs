using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>Object ids of people who are configured by another name. Whoever is found still has to be on the roster.</summary>
internal sealed class NamedPeople(IOptions<GraphOptions> options, Lazy<IGraph> graph, GraphState state, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>While Graph is down nobody loses their role for it.</summary>
    private static readonly TimeSpan Usable = TimeSpan.FromDays(1);

    private readonly GraphMemory<IReadOnlyList<PersonId>> _people = new(GraphFeature.Names, state, time, Fresh, Usable);
    private readonly ConcurrentDictionary<string, string> _problems = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many configured names stand for nobody: not found, or several people are called so.</summary>
    public int Unresolved => _problems.Count;

    /// <summary>
    /// The people meant by user principal names (with an <c>@</c>) and by display names. A display name that several people of the
    /// organisation have stands for nobody: the bot does not guess who decides.
    /// </summary>
    public async Task<FoundPeople> FindAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        // An object id is nobody's name.
        var wanted = options.Value.Names ? names.Where(name => !Guid.TryParse(name, out _)).ToList() : [];
        var answers = await Task.WhenAll(wanted.Select(async name =>
            (Name: name, People: await _people.GetAsync(name, token => AskAsync(name, token), cancellationToken))));
        foreach (var (name, people) in answers.Where(answer => answer.People is not null))
        {
            if (people is [_])
            {
                _problems.TryRemove(name, out _);
            }
            else
            {
                _problems[name] = name;
            }
        }

        // Without the permission nothing will be known until somebody grants it, and readiness says so: nobody waits for that.
        var mayBeKnownSoon = state.Of(GraphFeature.Names).Standing != GraphStanding.MissingPermission;
        return new FoundPeople(
            [.. answers.Select(answer => answer.People).OfType<IReadOnlyList<PersonId>>().Where(people => people.Count == 1).Select(people => people[0])],
            [.. answers.Where(answer => answer.People is null && mayBeKnownSoon).Select(answer => answer.Name)]);
    }

    private async Task<GraphAnswer<IReadOnlyList<PersonId>>> AskAsync(string name, CancellationToken cancellationToken)
    {
        if (!name.Contains('@', StringComparison.Ordinal))
        {
            return await graph.Value.FindByNameAsync(name, cancellationToken);
        }

        // An account that is gone is an answer too: nobody is meant by the name.
        return await graph.Value.FindByUpnAsync(name, cancellationToken) switch
        {
            GraphAnswer<PersonId>.Got got => new GraphAnswer<IReadOnlyList<PersonId>>.Got([got.Value]),
            GraphAnswer<PersonId>.NotThere => new GraphAnswer<IReadOnlyList<PersonId>>.Got([]),
            GraphAnswer<PersonId>.NotPermitted refused => new GraphAnswer<IReadOnlyList<PersonId>>.NotPermitted(refused.Permission),
            GraphAnswer<PersonId>.NotNow notNow => new GraphAnswer<IReadOnlyList<PersonId>>.NotNow(notNow.Why, notNow.After),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
