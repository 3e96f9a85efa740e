using System.Text.Json;

namespace Rowcroft.TeamsBot.Exports.Verifying;

/// <summary>Where an event says that a file comes from.</summary>
/// <param name="OriginalSha256"><c>null</c> when it was received; for a redacted copy, what it was made from.</param>
internal sealed record ToldOrigin(string Sha256, string? OriginalSha256);

/// <summary>Reads the files that an event speaks of. Events of a later version of the bot are read as far as they are alike.</summary>
internal static class ToldOrigins
{
    public static IReadOnlyList<ToldOrigin> In(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return Text(root, "event") switch
            {
                "reported" when Part(root, "evidence") is { ValueKind: JsonValueKind.Array } received =>
                    [.. received.EnumerateArray().Select(one => Text(one, "sha256")).OfType<string>().Select(sha256 => new ToldOrigin(sha256, null))],
                "evidence-received" when Part(root, "evidence") is { } received && Text(received, "sha256") is { } sha256 => [new ToldOrigin(sha256, null)],
                "evidence-redacted" when Part(root, "copy") is { } copy && Text(copy, "sha256") is { } sha256 => [new ToldOrigin(sha256, Text(root, "ofSha256"))],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static JsonElement? Part(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : null;

    private static string? Text(JsonElement element, string name) => Part(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
