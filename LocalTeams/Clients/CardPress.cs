using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;

namespace Rowcroft.LocalTeams.Clients;

/// <summary>A press on a card: the action as the card defines it, and what was filled in.</summary>
/// <param name="Action">The action's JSON. Its <c>data</c> may already contain the inputs, as a renderer leaves it.</param>
/// <param name="Inputs">What stands in the inputs, by their ids.</param>
internal sealed record CardPress(JsonObject Action, JsonObject? Inputs = null)
{
    public string Type => Action.Text("type") ?? "";

    /// <summary>The action's own data with the inputs; an input wins over data of the same name.</summary>
    public JsonObject Data()
    {
        var data = Action["data"]?.DeepClone() as JsonObject ?? [];
        foreach (var (name, value) in Inputs ?? [])
        {
            data[name] = value?.DeepClone();
        }

        return data;
    }

    /// <summary>Finds the action of a card by its title, anywhere in the card.</summary>
    public static CardPress OnButton(JsonObject card, string title, JsonObject? inputs = null) =>
        new(Actions(card).FirstOrDefault(action => action.Text("title") == title)
            ?? throw new InvalidOperationException($"No button \"{title}\" on the card."), inputs);

    private static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonObject found when found.Text("type")?.StartsWith("Action.", StringComparison.Ordinal) == true =>
            found.Select(property => property.Value).SelectMany(Actions).Prepend(found),
        JsonObject other => other.Select(property => property.Value).SelectMany(Actions),
        JsonArray array => array.SelectMany(Actions),
        _ => [],
    };
}
