using Rowcroft.TeamsBot.Tests.Architecture;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>
/// The whole practice while Teams, or the bot's own process, does what it should not. What comes of it is counted and published in the
/// README; each row is also added to the file that <c>ROWCROFT_FAULTS</c> names.
/// </summary>
public sealed class FaultBenchTests
{
    private const string Heading = "| What goes wrong | reports | cases | cards | told | twice |";

    public static TheoryData<string> Troubles => [.. Trouble.All.Select(trouble => trouble.Name)];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Every_Report_Is_One_Case_Its_Card_Comes_And_The_Reporter_Is_Told(string name)
    {
        var trouble = Trouble.All.Single(trouble => trouble.Name == name);
        await using var practice = await PracticeInTeams.StartAsync();

        var counted = await new FaultRun(practice, trouble).GoAsync();

        Publish(counted.RowOf(trouble));
        Assert.Equal((counted.Reports, counted.Reports, counted.Reports), (counted.Cases, counted.Cards, counted.Told));
        Assert.Equal(trouble.Kind is not null, practice.Teams.Faults.Happened > 0);
        Assert.Contains(AsPromised(counted.RowOf(trouble)), Published().Select(AsPromised));
    }

    [Fact]
    public void The_Readme_Has_A_Row_For_Everything_That_Goes_Wrong_Here_And_No_Other() =>
        Assert.Equal(Trouble.All.Select(trouble => trouble.Name), Published().Select(row => row.Split('|')[1].Trim()));

    /// <summary>How many come twice where the bot cannot know is a matter of moments; that none do anywhere else is a promise.</summary>
    private static string AsPromised(string row) => row.EndsWith("| 0 |", StringComparison.Ordinal) ? row : $"{row[..row.TrimEnd('|', ' ').LastIndexOf('|')]}| some |";

    private static List<string> Published() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "README.md")).SkipWhile(line => line != Heading).Skip(2).TakeWhile(line => line.StartsWith('|'))];

    private static void Publish(string row)
    {
        if (Environment.GetEnvironmentVariable("ROWCROFT_FAULTS") is { Length: > 0 } file)
        {
            File.AppendAllLines(file, [row]);
        }
    }
}
