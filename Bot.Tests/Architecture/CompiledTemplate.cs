using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>What <c>main.bicep</c> compiles to: what one module hands to others is followed to the resource that has it.</summary>
internal sealed partial class CompiledTemplate
{
    private readonly Dictionary<string, JsonNode> _modules = [];

    public CompiledTemplate(JsonNode main) => Collect(main);

    /// <returns><c>type.property</c> if it is a property of a resource, <c>'text'</c> if it is known already; otherwise <c>module.output</c>.</returns>
    public string Follow(string module, string output)
    {
        var template = _modules[module];
        var value = (string)template["outputs"]![output]!["value"]!;
        if (!value.StartsWith('['))
        {
            return $"'{value}'";
        }

        return OfModule().Match(value) is { Success: true } inner ? Follow(inner.Groups[1].Value, inner.Groups[2].Value)
            : OfNamed().Match(value) is { Success: true } named ? $"{template["resources"]![named.Groups[1].Value]!["type"]}.{named.Groups[2].Value}"
            : OfType().Match(value) is { Success: true } typed ? $"{typed.Groups[1].Value}.{typed.Groups[2].Value}"
            : $"{module}.{output}";
    }

    // Only what has names has modules: Bicep writes a list where no module and no "existing" is.
    private void Collect(JsonNode template)
    {
        foreach (var (name, resource) in template["resources"] as JsonObject ?? [])
        {
            if ((string?)resource!["type"] == "Microsoft.Resources/deployments")
            {
                _modules.Add(name, resource["properties"]!["template"]!);
                Collect(_modules[name]);
            }
        }
    }

    [GeneratedRegex(@"^\[reference\('(\w+)'\)\.outputs\.(\w+)\.value\]$")]
    private static partial Regex OfModule();

    [GeneratedRegex(@"^\[reference\('([\w:]+)'\)\.([\w.]+)\]$")]
    private static partial Regex OfNamed();

    [GeneratedRegex(@"^\[reference\(resourceId\('([^']+)'(?:[^()]|\([^()]*\))*\), '[^']*'\)\.([\w.]+)\]$")]
    private static partial Regex OfType();
}
