using System.Text.Json.Nodes;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>Finds the adaptive card in an activity.</summary>
internal static class CardContent
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static JsonObject? In(JsonObject activity) =>
        activity["attachments"] is JsonArray attachments
            ? attachments.OfType<JsonObject>()
                .FirstOrDefault(attachment => attachment.Text("contentType") == ContentType)?["content"]?.DeepClone() as JsonObject
            : null;
}
