using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>A private chat of one person with the bot, or a channel of the team: exactly one of the two is set.</summary>
internal sealed record Conversation(string Id, Person? Person, TeamChannel? Channel)
{
    private const string ThreadMark = ";messageid=";

    public static Conversation With(Person person) => new(person.ChatId, person, null);

    public static Conversation In(TeamChannel channel) => new(channel.Id, null, channel);

    /// <summary>The id of one thread: a channel's id with the first message's.</summary>
    public string Thread(string rootId) => Id + ThreadMark + rootId;

    /// <summary>Splits an id into the conversation's and, for a thread, the first message's.</summary>
    public static (string Id, string? ThreadId) Parse(string id) =>
        id.IndexOf(ThreadMark, StringComparison.Ordinal) is var at and >= 0
            ? (id[..at], id[(at + ThreadMark.Length)..])
            : (id, null);
}
