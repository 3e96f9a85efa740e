using System.Text.Json.Nodes;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>The resources that the template makes.</summary>
internal sealed class DeployedTemplate(JsonNode snapshot)
{
    private readonly IReadOnlyList<JsonNode> _resources = [.. snapshot["predictedResources"]!.AsArray().Select(resource => resource!)];

    public IEnumerable<JsonNode> All(string type) => _resources.Where(resource => (string?)resource["type"] == type);

    /// <summary>The properties of the one resource of this type.</summary>
    public JsonNode Properties(string type) => Assert.Single(All(type))["properties"]!;

    public IEnumerable<string> Locations => _resources.Select(resource => (string?)resource["location"]).OfType<string>().Distinct();
}
