using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Connector;

/// <summary>Finds what a bot names by id, and puts its messages into the book.</summary>
internal sealed class ConnectorDesk(ConversationBook book, Roster roster, Installations installations, News news)
{
    public static Conversation? Find(string id, Roster roster) =>
        Practice.Channels.FirstOrDefault(channel => channel.Id == id) is { } channel ? Conversation.In(channel)
        : roster.Everyone.FirstOrDefault(person => person.ChatId == id) is { } person ? Conversation.With(person)
        : null;

    /// <summary>Finds the conversation if the bot may write there now; else the error to answer with.</summary>
    public (Conversation? Conversation, string? ThreadId, IResult? Error) Open(string conversationId)
    {
        var (id, thread) = Conversation.Parse(conversationId);
        return Find(id, roster) switch
        {
            null => (null, null, ConnectorError.ConversationNotFound),
            { Person: { } person } when !installations.CanWriteTo(person) => (null, null, ConnectorError.NotOnRoster),
            { Channel: not null } when !installations.InTeam => (null, null, ConnectorError.NotOnRoster),
            { } conversation => (conversation, thread, null),
        };
    }

    /// <summary>Returns the new message's id; null for what is not kept, such as typing.</summary>
    public string? Take(Conversation conversation, JsonObject activity, string? threadId)
    {
        if (activity.Text("type") == "typing")
        {
            news.Publish(new() { ["kind"] = "typing", ["conversation"] = conversation.Id });
            return null;
        }

        return book.Add(conversation, null, activity, threadId).Id;
    }

    /// <summary>Says what is wrong with an activity that Teams would not take.</summary>
    public static IResult? Refusal(JsonObject activity) => activity.Text("type") switch
    {
        "typing" => null,
        "message" when IsEmpty(activity) => ConnectorError.BadArgument("The message has neither text nor an attachment."),
        "message" => null,
        null => ConnectorError.BadSyntax("The activity has no type."),
        _ => ConnectorError.BadArgument("Unknown activity type"),
    };

    private static bool IsEmpty(JsonObject activity) =>
        string.IsNullOrEmpty(activity.Text("text"))
        && activity["attachments"] is not JsonArray { Count: > 0 }
        && activity["suggestedActions"] is null;
}
