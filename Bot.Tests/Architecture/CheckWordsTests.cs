using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.SelfTest;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>Whoever runs the self-test reads, for each check of the bot, what it is called and the one thing to do.</summary>
public sealed partial class CheckWordsTests
{
    [Fact]
    public async Task Every_Check_Of_The_Bot_Has_Its_Place_Its_Title_And_Something_To_Do()
    {
        var checks = await ChecksAsync();

        Assert.True(checks.Count >= 15, $"Only {checks.Count} checks are registered.");
        Assert.DoesNotContain(checks, check => CheckWords.TitleOf(check) == check || CheckWords.ToDoFor(check) == CheckWords.ToDoFor("unknown"));
        Assert.Equal(Enumerable.Range(0, checks.Count), checks.Select(CheckWords.PlaceOf).Order());
        Assert.Equal(checks.Count, CheckWords.PlaceOf("unknown")); // and no words are left over for a check that is gone
        Assert.Equal(checks.Count, checks.Select(CheckWords.TitleOf).Distinct().Count());
    }

    [Fact]
    public async Task Log_Lines_That_Are_To_Be_Looked_For_Exist()
    {
        var toDos = string.Join(' ', (await ChecksAsync()).Select(CheckWords.ToDoFor));
        var events = EventNumber().Matches(toDos).Select(match => int.Parse(match.Value, null)).ToList();

        Assert.NotEmpty(events);
        Assert.Empty(events.Except(LogLines.All.Select(line => line.EventId)));
    }

    /// <summary>With the page and without it: one check is there only when it is off.</summary>
    private static async Task<IReadOnlyList<string>> ChecksAsync()
    {
        var names = new HashSet<string>();
        foreach (var publicUrl in new[] { "", "https://bot.example.org" })
        {
            await using var app = BotApplication.Build(
                [
                    "--environment=Production", "--MicrosoftAppType=UserAssignedMSI", "--MicrosoftAppId=7c000000-0000-4000-8000-000000000001",
                    "--MicrosoftAppTenantId=7c000000-0000-4000-8000-000000000002", "--Practice:TenantId=7c000000-0000-4000-8000-000000000002",
                    $"--Bot:PublicUrl={publicUrl}", "--SignIn:ClientId=7c000000-0000-4000-8000-000000000003",
                ]);
            names.UnionWith(app.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Select(check => check.Name));
        }

        return [.. names];
    }

    [GeneratedRegex(@"\b\d{4}\b")]
    private static partial Regex EventNumber();
}
