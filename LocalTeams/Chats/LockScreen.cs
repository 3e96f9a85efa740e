using System.Text.Json.Nodes;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>What a locked phone shows when the bot's message arrives.</summary>
internal static class LockScreen
{
    public const string WithoutWords = "sent a card";

    /// <summary>The summary, else the text, else the words that give nothing away and tell nothing.</summary>
    public static string Line(JsonObject activity) =>
        Words(activity["summary"]) ?? Words(activity["text"]) ?? WithoutWords;

    private static string? Words(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
