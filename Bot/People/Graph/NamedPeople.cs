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
    /// <returns>Nobody for a name that is not found, or not known at present.</returns>
    public async Task<IReadOnlyList<PersonId>> FindAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        // An object id is nobody's name.
        var wanted = options.Value.Names ? names.Where(name => !Guid.TryParse(name, out _)).ToList() : [];
        var found = await Task.WhenAll(wanted.Select(name => FindAsync(name, cancellationToken)));
        return [.. found.OfType<PersonId>()];
    }

    private async Task<PersonId?> FindAsync(string name, CancellationToken cancellationToken)
    {
        switch (await _people.GetAsync(name, token => AskAsync(name, token), cancellationToken))
        {
            case [var person]:
                _problems.TryRemove(name, out _);
                return person;
            case not null:
                _problems[name] = name;
                return null;
            default:
                return null;
        }
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
