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
    public async Task The_Rules_Are_Those_That_Were_Asked_For()
    {
        var rules = await QueriesAsync();

        Assert.Equal(["dead-letters", "no-summary", "readiness", "seals"], rules.Keys.Order());
    }

    [SkippableFact]
    public async Task Each_Rule_Asks_For_A_Check_Of_The_Bot()
    {
        await using var app = BotApplication.Build(["--environment=Development"]);
        var checks = app.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Select(check => check.Name).ToList();

        var asked = (await QueriesAsync()).Values.Select(query => AskedCheck().Match(query).Groups[1].Value).Order().ToList();

        Assert.Equal(["", "custody", "outbox", "summary"], asked);
        Assert.Empty(asked.Where(check => check.Length > 0).Except(checks));
    }

    [SkippableTheory]
    [InlineData(HealthStatus.Degraded, "Degraded")]
    [InlineData(HealthStatus.Unhealthy, "Unhealthy")]
    [InlineData(HealthStatus.Healthy, "healthy")]
    public async Task Each_Rule_Understands_What_The_Bot_Says(HealthStatus status, string state)
    {
        var line = await SaidAsync(status);

        Assert.All((await QueriesAsync()).Values, query => Assert.All(
            Extraction().Matches(query).Select(match => (Pattern: match.Groups[1].Value, Group: int.Parse(match.Groups[2].Value, null))),
            extraction => Assert.Equal(
                extraction.Group == 1 ? "malware scan" : state,
                Regex.Match(line, extraction.Pattern).Groups[extraction.Group].Value)));
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

    [GeneratedRegex("extract\\(\"(.+)\", (\\d),")]
    private static partial Regex Extraction();
}
