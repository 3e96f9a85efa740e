using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>The queries in <c>infra/queries</c> ask for what the bot says, and the table beside them names each.</summary>
public sealed partial class QueryTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "infra", "queries");

    public static TheoryData<string> Queries => [.. Directory.EnumerateFiles(Folder, "*.kql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_Query_Asks_For_What_The_Bot_Says(string query)
    {
        var said = Repository.SourceFiles("Bot").SelectMany(file => Names().Matches(File.ReadAllText(file))).Select(match => match.Value).ToHashSet();
        var asked = Names().Matches(File.ReadAllText(Path.Combine(Folder, query))).Select(match => match.Value).ToList();

        Assert.True(asked.Count > 0, $"{query} asks for nothing of the bot's.");
        Assert.Empty(asked.Except(said));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void What_It_Answers_Is_In_The_Table(string query) =>
        Assert.Contains($"| `{query}` |", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);

    [GeneratedRegex("\"rowcroft\\.[a-z._]+\"")]
    private static partial Regex Names();
}
