using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>
/// The queries in <c>infra/queries</c> ask for what the bot says, where it is kept and as long as it is, and the table beside them names each.
/// </summary>
public sealed partial class QueryTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "infra", "queries");

    private static readonly string[] All = [.. Directory.EnumerateFiles(Folder, "*.kql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Queries => [.. All];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_Query_Asks_For_What_The_Bot_Says(string query)
    {
        var said = Repository.SourceFiles("Bot").SelectMany(file => Names().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet();
        var asked = Read(query).Literals.Where(literal => literal.StartsWith("rowcroft.", StringComparison.Ordinal)).ToList();

        Assert.True(asked.Count > 0, $"{query} asks for nothing of the bot's.");
        Assert.Empty(asked.Except(said));
        Assert.Empty(asked.Except(Read(query).Tags).Except(Figures()));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_Query_Reads_Columns_That_Its_Tables_Have(string query)
    {
        Assert.NotEmpty(Read(query).Tables);
        Assert.Empty(Read(query).UnknownWords);
        Assert.Empty(Read(query).UnknownFunctions);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void What_It_Answers_Is_In_The_Table(string query) =>
        Assert.Contains($"| `{query}` |", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);

    [Fact]
    public void The_Tables_That_They_Read_Are_Those_That_Are_Named()
    {
        var named = InBackticks().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Select(match => match.Groups[1].Value);

        Assert.Equal(named.Order(StringComparer.Ordinal), All.SelectMany(query => Read(query).Tables).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_Number_That_Is_Asked_For_Is_That_Of_A_Log_Line_And_As_Severe()
    {
        var asked = All.SelectMany(query => Read(query).Events).ToList();

        // Application Insights counts from 0 (verbose) to 4 (critical), .NET from 0 (trace) to 5: only the two lowest are one there.
        var said = LogLines.All.ToDictionary(line => line.EventId, line => Math.Max(0, (int)line.Level - (int)LogLevel.Debug));
        Assert.Equal(All.Sum(query => Regex.Count(Text(query), "EventId")), asked.Count);
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, line => !said.TryGetValue(line.Event, out var severity) || severity < line.Severity);
    }

    [SkippableFact]
    public async Task No_Query_Looks_Back_Further_Than_Anything_Is_Kept()
    {
        var made = await BicepTool.DeployAsync("main.prod.bicepparam");
        var kept = TimeSpan.FromDays((int)made.Properties("Microsoft.OperationalInsights/workspaces")["retentionInDays"]!);

        Assert.All(All, query => Assert.InRange(Read(query).LooksBack.Max(), TimeSpan.FromMinutes(1), kept));
    }

    [Fact]
    public void A_Query_Is_Read_Right()
    {
        var query = new KustoQuery(
            """
            // Sum of nothing, ago(900d)
            let worst = 3;
            AppMetrics
            | where TimeGenerated > ago(2h) and Name == "rowcroft.turns" and Properties["EventId"] == "1" and Colour > worst
            | summarize times = sum(Sum), guess(Max) by bin(TimeGenerated, 15m), DurationMs
            """);

        Assert.Equal(["AppMetrics"], query.Tables);
        Assert.Equal(["Colour", "DurationMs"], query.UnknownWords);
        Assert.Equal(["guess"], query.UnknownFunctions);
        Assert.Equal([(1, 0)], query.Events);
        Assert.Equal([TimeSpan.FromHours(2)], query.LooksBack);
    }

    /// <summary>What the bot counts and measures, by name. To read the field makes the instrument.</summary>
    private static IEnumerable<string> Figures() => typeof(BotApplication).Assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => typeof(Instrument).IsAssignableFrom(field.FieldType))
        .Select(field => (Instrument)field.GetValue(null)!)
        .Where(instrument => instrument.Meter == Instruments.Meter)
        .Select(instrument => instrument.Name);

    private static KustoQuery Read(string query) => new(Text(query));

    private static string Text(string query) => File.ReadAllText(Path.Combine(Folder, query));

    [GeneratedRegex("\"(rowcroft\\.[a-z._]+)\"")]
    private static partial Regex Names();

    [GeneratedRegex("`([A-Z]\\w+)`")]
    private static partial Regex InBackticks();
}
