using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>What is built here is built of the same packages everywhere, byte for byte.</summary>
public sealed partial class LockedPackageTests
{
    private static readonly string[] All = [.. Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
        .Select(Repository.Relative).Where(file => !file.Contains("node_modules", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Projects => [.. All];

    [Fact]
    public void Every_Project_Has_A_Lock_File_And_The_Gate_Restores_Nothing_Else()
    {
        var gate = File.ReadLines(Path.Combine(Repository.Root, ".ci", "run")).Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).ToList();

        Assert.Equal("dotnet restore Rowcroft.TeamsBot.sln --locked-mode", gate[0]);
        Assert.All(gate.Skip(1), line => Assert.Matches("--no-(restore|build)", line));
        Assert.Equal("true", Assert.Single(Properties("RestorePackagesWithLockFile")).Value);
        Assert.True(All.Length >= 7, $"Only {All.Length} projects were found.");
        Assert.DoesNotContain(All, project => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.lock.json")));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_Lock_File_Has_Every_Package_Of_Its_Project_With_Version_And_Hash(string project)
    {
        var file = Path.Combine(Repository.Root, project);
        var locked = JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json")))!["dependencies"]!["net10.0"]!;
        var asked = Elements(file, "PackageReference")
            .Where(package => (string?)package.Attribute("Condition") is null && (string?)package.Parent!.Attribute("Condition") is null)
            .Select(package => (string)package.Attribute("Include")!);

        Assert.DoesNotContain(asked, package => locked[package] is null);
        Assert.All(
            locked.AsObject().Where(package => (string?)package.Value!["type"] != "Project"),
            package => Assert.True(
                ExactVersion().IsMatch((string)package.Value!["resolved"]!) && ((string)package.Value!["contentHash"]!).Length == 88, package.Key));
    }

    [Fact]
    public void Every_Version_Is_Exact()
    {
        var versions = Elements(Path.Combine(Repository.Root, "Directory.Packages.props"), "PackageVersion").ToList();

        Assert.NotEmpty(versions);
        Assert.DoesNotContain(versions, version => !ExactVersion().IsMatch(Resolved((string)version.Attribute("Version")!)));
    }

    private static string Resolved(string version) =>
        version.StartsWith("$(", StringComparison.Ordinal) ? Properties(version[2..^1], "Directory.Packages.props").Single().Value : version;

    private static IEnumerable<XElement> Properties(string name, string file = "Directory.Build.props") => Elements(Path.Combine(Repository.Root, file), name);

    private static IEnumerable<XElement> Elements(string file, string name) => XDocument.Load(file).Descendants(name);

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[\w.]+)?$")]
    private static partial Regex ExactVersion();
}
