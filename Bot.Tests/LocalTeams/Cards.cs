using System.Text.Json.Nodes;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

/// <summary>Cards and messages as a bot would write them, in plain JSON.</summary>
internal static class Cards
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static JsonObject Saying(string text, params JsonObject[] actions) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = text }),
        ["actions"] = new JsonArray([.. actions]),
    };

    public static JsonObject Action(string type, string title, JsonObject data) => new()
    {
        ["type"] = type,
        ["title"] = title,
        ["verb"] = type == "Action.Execute" ? "decide" : null,
        ["data"] = data,
    };

    public static JsonObject Message(JsonObject card) => new()
    {
        ["type"] = "message",
        ["summary"] = "Something for you",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = ContentType, ["content"] = card }),
    };

    public static string Text(JsonObject card) => (string)card["body"]![0]!["text"]!;
}
