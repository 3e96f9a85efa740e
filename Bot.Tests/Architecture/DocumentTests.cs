using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>What the documents promise is held by a test that exists, and what they call a setting is one.</summary>
public sealed partial class DocumentTests
{
    private const string RuleForPeople = "a rule for people";

    public static TheoryData<string> Promising => ["docs/threat-model.md", "docs/data-protection.md"];

    public static TheoryData<string> All => ["README.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(Promising))]
    public void Every_Test_That_Is_Named_Exists(string document)
    {
        var named = TestName().Matches(Read(document)).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).Distinct().ToList();

        Assert.True(named.Count >= 25, $"Only {named.Count} tests are named.");
        Assert.Empty(named.Where(name => !IsTest(name.Class, name.Method)).Select(name => $"{name.Class}.{name.Method}"));
    }

    [Theory]
    [MemberData(nameof(Promising))]
    public void Every_Promise_Is_Held_By_A_Test_Or_Is_A_Rule_For_People(string document)
    {
        var promises = PromisesIn(Read(document)).ToList();

        Assert.True(promises.Count >= 15, $"Only {promises.Count} promises are made.");
        Assert.Empty(promises.Where(promise => !promise.HeldBy.Contains(RuleForPeople, StringComparison.OrdinalIgnoreCase) && !TestName().IsMatch(promise.HeldBy))
            .Select(promise => promise.Words));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_Setting_That_Is_Named_Is_One_Of_The_Bots(string document)
    {
        var settings = SettingsOfTheBot().ToHashSet(StringComparer.Ordinal);

        Assert.Empty(SettingName().Matches(Read(document)).Select(match => match.Groups[1].Value).Distinct().Except(settings));
    }

    [Fact]
    public async Task The_Data_Protection_Pack_Names_Every_Table()
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        await using var db = await database.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var text = Read("docs/data-protection.md");

        Assert.DoesNotContain(
            db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!), table => !text.Contains($"`{table}`", StringComparison.Ordinal));
    }

    [Fact]
    public void The_Data_Protection_Pack_Names_What_A_Deployment_Is_Told_Of_People()
    {
        string[] otherwise = ["PRACTICE_MANAGERS", "PRACTICE_DEPUTIES"]; // there by the settings that they become
        string[] ofNobody = ["SIGN_IN_CLIENT_ID", "PUBLIC_FOR_NOW"];
        var told = Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra"), "*.bicepparam")
            .SelectMany(file => GivenName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value)
            .Distinct().Except([.. otherwise, .. ofNobody]).ToList();

        Assert.NotEmpty(told);
        Assert.DoesNotContain(told, name => !Read("docs/data-protection.md").Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_Test_That_Does_Not_Exist_Would_Be_Seen()
    {
        Assert.True(IsTest(nameof(DocumentTests), nameof(A_Test_That_Does_Not_Exist_Would_Be_Seen)));
        Assert.False(IsTest(nameof(DocumentTests), "Something_Else"));
        Assert.False(IsTest("SomeOtherTests", nameof(A_Test_That_Does_Not_Exist_Would_Be_Seen)));
        Assert.Equal(("Nobody knows.", "yes"), Assert.Single(PromisesIn("| What | Held by |\n|---|---|\n| Nobody knows. | yes |\n\n| A | B |\n|---|---|\n| a | b |")));
    }

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    private static bool IsTest(string className, string method) => typeof(DocumentTests).Assembly.GetTypes()
        .Where(type => type.Name == className)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
        .Any(candidate => candidate.Name == method && candidate.GetCustomAttributes<FactAttribute>(inherit: true).Any());

    /// <summary>The rows of every table whose last column is headed "Held by".</summary>
    private static IEnumerable<(string Words, string HeldBy)> PromisesIn(string text)
    {
        var inTable = false;
        foreach (var line in text.Split('\n'))
        {
            string[] cells = line.StartsWith('|') ? [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())] : [];
            if (cells.Length < 2)
            {
                inTable = false;
            }
            else if (cells[^1] == "Held by")
            {
                inTable = true;
            }
            else if (inTable && !cells[^1].StartsWith("---", StringComparison.Ordinal))
            {
                yield return (cells[0], cells[^1]);
            }
        }
    }

    private static IEnumerable<string> SettingsOfTheBot() =>
        from type in typeof(BotApplication).Assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
        where section is { IsLiteral: true }
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        select $"{section.GetRawConstantValue()}:{property.Name}";

    [GeneratedRegex(@"`([A-Z]\w*Tests)\.(\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex GivenName();

    [GeneratedRegex("`([A-Z][A-Za-z]+:[A-Z][A-Za-z]+)`")]
    private static partial Regex SettingName();
}
