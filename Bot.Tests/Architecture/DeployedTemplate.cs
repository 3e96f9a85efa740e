using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>The resources that the template makes.</summary>
internal sealed partial class DeployedTemplate(JsonNode snapshot, CompiledTemplate compiled)
{
    private readonly IReadOnlyList<JsonNode> _resources = [.. snapshot["predictedResources"]!.AsArray().Select(resource => resource!)];

    public IEnumerable<JsonNode> All(string type) => _resources.Where(resource => (string?)resource["type"] == type);

    /// <summary>The properties of the one resource of this type.</summary>
    public JsonNode Properties(string type) => Assert.Single(All(type))["properties"]!;

    public string Name(string type) => (string)Assert.Single(All(type))["name"]!;

    public IEnumerable<string> Locations => _resources.Select(resource => (string?)resource["location"]).OfType<string>().Distinct();

    public string Output(string name) => Text(snapshot["outputs"]![name]);

    /// <summary>What Azure alone knows stands there as <c>type.property</c>, such as <c>Microsoft.Web/sites.defaultHostName</c>.</summary>
    public string Text(JsonNode? value)
    {
        var text = (string)value!;
        var followed = Handed().Replace(text, handed => compiled.Follow(handed.Groups[1].Value, handed.Groups[2].Value));
        return text.StartsWith('[') ? followed[1..^1] : text;
    }

    /// <summary>On what something lies: the type, a space, and the names from the outermost on.</summary>
    public string Scope(JsonNode resource)
    {
        var scope = ScopeInId().Match(Text(resource["id"]));
        return $"{scope.Groups[1].Value} {string.Join('/', scope.Groups[2].Value.Split(", ").Select(name => name.Trim('\'')))}";
    }

    /// <summary>What a web app or slot is told, by name.</summary>
    public IReadOnlyDictionary<string, string> AppSettings(string type) => Properties(type)["siteConfig"]!["appSettings"]!.AsArray().ToDictionary(
        setting => (string)setting!["name"]!, setting => Text(setting!["value"]));

    [GeneratedRegex(@"reference\(resourceId\([^()]*'Microsoft\.Resources/deployments', format\('(\w+)-\{0\}'.*?\)\.outputs\.(\w+)\.value")]
    private static partial Regex Handed();

    [GeneratedRegex(@"^if\(equals\(resourceId\('[^']*', 'rg', '([^']+)', (.+?)\), '/'\)")]
    private static partial Regex ScopeInId();
}
