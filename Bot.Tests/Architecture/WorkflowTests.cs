using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>CI runs the same gate as a developer's machine, with actions that nobody can change afterwards and no right but to read.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, ".github", "workflows");

    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Folder).Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_Action_Is_Pinned_To_A_Commit_With_Its_Version_Beside_It(string workflow)
    {
        var uses = Read(workflow).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void It_May_Read_And_Nothing_Else(string workflow)
    {
        var lines = Read(workflow).ToList();

        Assert.Equal(["  contents: read"], lines.Skip(lines.IndexOf("permissions:") + 1).TakeWhile(line => line.StartsWith(' ')));
        Assert.Single(lines, line => line.TrimStart().StartsWith("permissions", StringComparison.Ordinal));
        Assert.Contains("          persist-credentials: false", lines);
        Assert.DoesNotContain(lines, line => line.Contains("secrets.", StringComparison.Ordinal) || line.Contains("pull_request_target", StringComparison.Ordinal));
    }

    [Fact]
    public void Ci_Runs_The_Gate() => Assert.Contains("      - run: bash .ci/run", Read("ci.yml"));

    private static IEnumerable<string> Read(string workflow) => File.ReadLines(Path.Combine(Folder, workflow));

    [GeneratedRegex("uses: actions/[a-z-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$")]
    private static partial Regex Pinned();
}
