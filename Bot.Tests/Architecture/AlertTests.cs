using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>The alerts in <c>infra/</c> look for words that the bot really says, and for checks that it really has.</summary>
public sealed partial class AlertTests
{
    [SkippableFact]
    public async Task Each_Rule_Asks_For_Its_Own_Check_Of_The_Bot()
    {
        await using var app = BotApplication.Build(["--environment=Development"]);
        var checks = app.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Select(check => check.Name).ToList();

        var asked = (await QueriesAsync()).ToDictionary(rule => rule.Key, rule => Assert.Single(AskedCheck().Matches(rule.Value)).Groups[1].Value);

        Assert.Equal(
            new Dictionary<string, string> { ["dead-letters"] = "outbox", ["no-summary"] = "summary", ["readiness"] = "", ["seals"] = "custody" },
            asked);
        Assert.Empty(asked.Values.Where(check => check.Length > 0).Except(checks));
    }

    [SkippableFact]
    public async Task Each_Rule_Reads_Columns_That_Its_Table_Has() => Assert.All((await QueriesAsync()).Values, text =>
    {
        var query = new KustoQuery(text);
        Assert.Equal(["AppServiceConsoleLogs"], query.Tables);
        Assert.Empty(query.UnknownWords);
        Assert.Empty(query.UnknownFunctions);
    });

    [SkippableTheory]
    [InlineData("manager@practice.example", "manager@practice.example")]
    [InlineData("manager@practice.example,it@practice.example", "manager@practice.example", "it@practice.example")]
    public async Task Whoever_Is_Named_Is_Written_To_By_Every_Rule(string given, params string[] people)
    {
        var made = await BicepTool.DeployAsync("main.prod.bicepparam", ("ALERT_EMAILS", given));
        var group = Assert.Single(made.All("Microsoft.Insights/actionGroups"));

        Assert.Equal(people, group["properties"]!["emailReceivers"]!.AsArray().Select(receiver => (string?)receiver!["emailAddress"]));
        Assert.True((bool?)group["properties"]!["enabled"]);
        Assert.All(made.All("Microsoft.Insights/scheduledQueryRules"), rule => Assert.Equal(
            [(string?)group["id"]], rule["properties"]!["actions"]!["actionGroups"]!.AsArray().Select(action => (string?)action)));
        Assert.Equal(
            [(string?)group["id"]],
            made.Properties("Microsoft.Insights/metricAlerts")["actions"]!.AsArray().Select(action => (string?)action!["actionGroupId"]));
    }

    [SkippableFact]
    public async Task Nobody_Named_Is_Nobody_Written_To()
    {
        var made = await BicepTool.DeployAsync("main.prod.bicepparam", ("ALERT_EMAILS", ""));

        Assert.Empty(made.All("Microsoft.Insights/actionGroups"));
        Assert.Equal(4, made.All("Microsoft.Insights/scheduledQueryRules").Count());
        Assert.All(made.All("Microsoft.Insights/scheduledQueryRules"), rule => Assert.Empty(rule["properties"]!["actions"]!["actionGroups"]!.AsArray()));
    }

    [SkippableTheory]
    [InlineData(HealthStatus.Degraded, "Degraded")]
    [InlineData(HealthStatus.Unhealthy, "Unhealthy")]
    [InlineData(HealthStatus.Healthy, "healthy")]
    public async Task Each_Rule_Understands_What_The_Bot_Says(HealthStatus status, string state)
    {
        var line = await SaidAsync(status);

        Assert.All((await QueriesAsync()).Values, query => Assert.Equal(
            new Dictionary<string, string> { ["Check"] = "malware scan", ["State"] = state },
            Extraction().Matches(query).ToDictionary(
                match => match.Groups[1].Value,
                match => Regex.Match(line, match.Groups[2].Value).Groups[int.Parse(match.Groups[3].Value, null)].Value)));
    }

    private static async Task<IReadOnlyDictionary<string, string>> QueriesAsync() =>
        (await BicepTool.DeployAsync("main.prod.bicepparam")).All("Microsoft.Insights/scheduledQueryRules").ToDictionary(
            rule => ((string)rule["name"]!)["alert-rowcroft-".Length..],
            rule => (string)rule["properties"]!["criteria"]!["allOf"]![0]!["query"]!);

    private static async Task<string> SaidAsync(HealthStatus status)
    {
        var logs = new CapturedLogs();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(logs));
        var readiness = new ReadinessLog(new FakeTimeProvider(), logging.CreateLogger<ReadinessLog>());
        foreach (var each in new[] { HealthStatus.Degraded, HealthStatus.Unhealthy, status })
        {
            var entry = new HealthReportEntry(each, null, TimeSpan.Zero, null, null);
            await readiness.PublishAsync(new HealthReport(new Dictionary<string, HealthReportEntry> { ["malware scan"] = entry }, TimeSpan.Zero), default);
        }

        return logs.Lines.Last();
    }

    [GeneratedRegex("\"(.*)\" == \"\" or Check == \"\\1\"")]
    private static partial Regex AskedCheck();

    [GeneratedRegex("(\\w+) = extract\\(\"(.+)\", (\\d), ResultDescription\\)")]
    private static partial Regex Extraction();
}
