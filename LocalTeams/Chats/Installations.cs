using System.Collections.Concurrent;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>For whom the bot is installed, and so whom it may write to.</summary>
internal sealed class Installations(Roster roster, News news)
{
    private readonly ConcurrentDictionary<string, Installation> _personal = [];
    private bool _team;

    public bool InTeam
    {
        get => _team;
        set
        {
            _team = value;
            Tell();
        }
    }

    public Installation Of(Person person) => _personal.GetValueOrDefault(person.Key, Installation.NotYet);

    /// <summary>Returns what it was before.</summary>
    public Installation Set(Person person, Installation installation)
    {
        var before = Installation.NotYet;
        _personal.AddOrUpdate(person.Key, installation, (_, current) =>
        {
            before = current;
            return installation;
        });
        Tell();
        return before;
    }

    /// <summary>
    /// A bot may write to everybody who has it, and to the members of a team that has it unless they removed it themselves.
    /// </summary>
    public bool CanWriteTo(Person person) => Of(person) switch
    {
        Installation.Installed => true,
        Installation.NotYet => InTeam && roster.IsMember(person),
        _ => false,
    };

    public void Tell() => news.Publish(new() { ["kind"] = "people" });
}

internal enum Installation
{
    /// <summary>This person and the bot have had no contact.</summary>
    NotYet,

    Installed,

    /// <summary>The person took the bot away.</summary>
    Removed,
}
