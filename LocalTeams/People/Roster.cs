using System.Collections.Immutable;

namespace Rowcroft.LocalTeams.People;

/// <summary>Who has an account in the tenant, and who of them is a member of the practice's team just now.</summary>
internal sealed class Roster(IReadOnlyList<Person> everyone, IReadOnlyList<Person> members)
{
    private readonly Lock _gate = new();
    private ImmutableList<Person> _everyone = [.. everyone];
    private ImmutableList<Person> _members = [.. members];

    public IReadOnlyList<Person> Everyone => _everyone;

    public IReadOnlyList<Person> Members => _members;

    public bool IsMember(Person person) => _members.Contains(person);

    public Person? Named(string key) => _everyone.Find(person => person.Key == key);

    /// <summary>Bots may name a person by either of the two ids.</summary>
    public Person? WithId(string id) => _everyone.Find(person =>
        person.TeamsId == id || string.Equals(person.ObjectId.ToString(), id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns false when the person was a member already.</summary>
    public bool Join(Person person)
    {
        lock (_gate)
        {
            _everyone = _everyone.Contains(person) ? _everyone : _everyone.Add(person);
            var joined = !_members.Contains(person);
            _members = joined ? _members.Add(person) : _members;
            return joined;
        }
    }

    /// <summary>Returns false when the person was not a member.</summary>
    public bool Leave(Person person)
    {
        lock (_gate)
        {
            var before = _members;
            _members = _members.Remove(person);
            return before != _members;
        }
    }
}
