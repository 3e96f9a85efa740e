using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.People.Graph;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>What the README says that the app asks for is what it asks for: whoever admits it to a tenant reads the README.</summary>
public sealed partial class PermissionTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static readonly JsonNode Manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "manifest", "manifest.json")))!;

    [Fact]
    public void Every_Permission_Of_The_Manifest_Is_In_The_Table_And_No_Other()
    {
        var bot = Assert.Single(Manifest["bots"]!.AsArray())!;

        Assert.Equal(
            ((string[])
            [
                .. bot["scopes"]!.AsArray().Select(scope => $"bots.scopes {scope}"),
                .. Manifest["permissions"]!.AsArray().Select(permission => $"permissions {permission}"),
                .. bot["supportsFiles"]!.GetValue<bool>() ? ["supportsFiles"] : Array.Empty<string>(),
                .. new[] { "validDomains", "webApplicationInfo", "authorization", "devicePermissions" }.Where(asked => Manifest[asked] is not null),
            ]).Order(StringComparer.Ordinal),
            Rows("The manifest asks for").Select(row => string.Join(' ', Names(row[0]))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_Permission_Of_Graph_Is_In_The_Table_With_Its_Switch_And_No_Other()
    {
        var table = Rows("Permission (application)").Where(row => row[0] != "none")
            .ToDictionary(row => Assert.Single(Names(row[0])), row => Names(row[1]).ToList());

        Assert.Equal(
            typeof(GraphPermissions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(),
            table.Keys.Order());
        Assert.All(Enum.GetValues<GraphFeature>(), feature => Assert.Equal(
            GraphPermissions.For(feature, new GraphOptions()).Order(),
            table.Where(row => row.Value[0] == $"{GraphOptions.Section}:{feature}").Select(row => row.Key).Order()));
        Assert.All(Enum.GetValues<GraphFeature>(), feature => Assert.Equal(
            GraphPermissions.For(feature, new GraphOptions { TeamsAppId = "7c000000-0000-4000-8000-000000000001" }).Order(),
            table.Where(row => row.Value.SequenceEqual([$"{GraphOptions.Section}:{feature}"])).Select(row => row.Key).Order()));
    }

    /// <summary>The rows of the table whose first column is headed like this.</summary>
    private static List<string[]> Rows(string heading)
    {
        var rows = Readme.Split('\n').SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static IEnumerable<string> Names(string cell) => Name().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
