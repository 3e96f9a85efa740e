using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>Who is away, as their automatic replies say. Who may do what never depends on it.</summary>
internal sealed class Absences(IOptions<GraphOptions> options, Lazy<IGraph> graph, GraphState state, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Usable = TimeSpan.FromHours(1);
    private static readonly Dictionary<PersonId, Absence> Nobody = [];

    private readonly GraphMemory<AutomaticReply> _replies = new(GraphFeature.Absence, state, time, Fresh, Usable);

    /// <summary>Those of these people who are known to be away now; nobody when that cannot be known. At most fifteen minutes old.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Absence>> GetAsync(IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        if (!options.Value.Absence)
        {
            return Nobody;
        }

        var replies = await Task.WhenAll(people.Select(async person => (
            Person: person,
            Reply: await _replies.GetAsync(person.Value, token => graph.Value.AutomaticReplyAsync(person, token), cancellationToken))));
        var now = time.GetUtcNow();
        return replies.Where(each => each.Reply?.At(now) is not null).ToDictionary(each => each.Person, each => each.Reply!.At(now)!);
    }
}
