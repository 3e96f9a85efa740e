using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>Reads cards as their JSON.</summary>
internal static class CardReading
{
    /// <summary>What this person can read in a message, one text a line.</summary>
    public static string Words(Post post, Person viewer) => post.CardFor(viewer) is { } card
        ? string.Join('\n', Objects(card).SelectMany(Texts).Select(text => text.Text))
        : (string?)post.Activity["text"] ?? "";

    /// <summary>Every object of the card, the card itself first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject json => json.Select(property => property.Value).SelectMany(Objects).Prepend(json),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    /// <summary>What a client would show of one element, with the name of the property that holds it.</summary>
    public static IEnumerable<(string Property, string Text)> Texts(JsonObject element) => element
        .Where(property => property.Key is "text" or "title" or "label" or "errorMessage" or "placeholder" or "altText" or "fallbackText" or "speak")
        .Where(property => property.Value is JsonValue value && value.TryGetValue<string>(out _))
        .Select(property => (property.Key, (string)property.Value!));
}
