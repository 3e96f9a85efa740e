using System.Text.Json.Nodes;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>Reads JSON that somebody else wrote.</summary>
internal static class JsonReading
{
    /// <summary>The text at the end of the path; null where there is none, or something that is not text.</summary>
    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }
}
