using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>A roster that a test can change.</summary>
internal sealed class FixedRoster(params IReadOnlyList<NamedPerson> people) : IRoster
{
    public List<Person> People { get; } =
        [.. people.Select(person => new Person(person.Id, person.Name, null, UserIdOf(person)))];

    /// <summary>When set, the roster cannot be read.</summary>
    public bool Unavailable { get; set; }

    public static string UserIdOf(NamedPerson person) => "29:" + person.Id;

    public Person Find(NamedPerson person) => People.Single(other => other.Id == person.Id);

    public Task<IReadOnlyList<Person>> GetAsync(PracticeId practice, CancellationToken cancellationToken) => Unavailable
        ? throw new RosterUnavailableException(new HttpRequestException())
        : Task.FromResult<IReadOnlyList<Person>>(practice == CaseBuilder.Practice ? [.. People] : []);
}
