using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Clients;

/// <summary>Writes activities exactly as Teams sends them to a bot.</summary>
internal sealed class Activities(ServiceAddress service, ActivityIds ids, TimeProvider clock)
{
    private const string ZoneName = "Europe/London";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneName);

    /// <summary>What every activity of a person carries.</summary>
    public JsonObject Envelope(string type, Person person, Conversation conversation, string? threadId = null)
    {
        var now = clock.GetUtcNow();
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = type == "message" ? ids.Next() : "f:" + Guid.CreateVersion7(now),
            ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
            ["localTimestamp"] = TimeZoneInfo.ConvertTime(now, Zone).ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture),
            ["localTimezone"] = ZoneName,
            ["channelId"] = "msteams",
            ["serviceUrl"] = service.Value.ToString(),
            ["from"] = Account(person),
            ["conversation"] = Place(conversation, threadId),
            ["recipient"] = Bot(),
            ["entities"] = new JsonArray(ClientInfo()),
            ["channelData"] = ChannelData(conversation),
            ["locale"] = "en-GB",
        };
        return activity;
    }

    public JsonObject Message(Person person, Conversation conversation, string text, IEnumerable<JsonObject> attachments, string? threadId = null)
    {
        var files = attachments.ToList();
        var activity = Envelope("message", person, conversation, threadId);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["attachments"] = new JsonArray([.. files, Html(text, files)]);
        return activity;
    }

    /// <summary>A message in a channel reaches a bot only when it mentions it.</summary>
    public JsonObject Mention(Person person, Conversation channel, string text, string? threadId)
    {
        var tag = $"<at>{Practice.BotName}</at>";
        var activity = Message(person, channel, $"{tag} {text}", [], threadId);
        activity["entities"]!.AsArray().Insert(0, new JsonObject { ["type"] = "mention", ["mentioned"] = Bot(), ["text"] = tag });
        return activity;
    }

    public static JsonObject Bot() => new() { ["id"] = Practice.BotId, ["name"] = Practice.BotName };

    public static JsonObject Account(Person person) => new()
    {
        ["id"] = person.TeamsId,
        ["name"] = person.Name,
        ["aadObjectId"] = person.ObjectId.ToString(),
    };

    public static JsonObject Team() => new()
    {
        ["id"] = Practice.TeamId,
        ["name"] = Practice.TeamName,
        ["aadGroupId"] = Practice.TeamGroupId,
    };

    private static JsonObject Place(Conversation conversation, string? threadId)
    {
        var place = new JsonObject
        {
            ["conversationType"] = conversation.Channel is null ? "personal" : "channel",
            ["tenantId"] = Practice.TenantId,
            ["id"] = threadId is null ? conversation.Id : conversation.Thread(threadId),
        };
        if (conversation.Channel is not null)
        {
            place["isGroup"] = true;
        }

        return place;
    }

    private static JsonObject ChannelData(Conversation conversation)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Practice.TenantId } };
        if (conversation.Channel is { } channel)
        {
            data["teamsChannelId"] = channel.Id;
            data["teamsTeamId"] = Practice.TeamId;
            data["channel"] = new JsonObject { ["id"] = channel.Id };
            data["team"] = Team();
        }

        return data;
    }

    private static JsonObject ClientInfo() => new()
    {
        ["type"] = "clientInfo",
        ["locale"] = "en-GB",
        ["country"] = "GB",
        ["platform"] = "Windows",
        ["timezone"] = ZoneName,
    };

    /// <summary>Teams repeats every message as markup beside the text.</summary>
    private static JsonObject Html(string text, List<JsonObject> files)
    {
        var encoder = HtmlEncoder.Default;
        var pictures = files
            .Where(file => ((string?)file["contentType"])?.StartsWith("image/", StringComparison.Ordinal) == true)
            .Select(file => $"<img src=\"{encoder.Encode((string?)file["contentUrl"] ?? "")}\" alt=\"image\">");
        return new()
        {
            ["contentType"] = "text/html",
            ["content"] = $"<p>{encoder.Encode(text)}</p>{string.Concat(pictures)}",
        };
    }
}
