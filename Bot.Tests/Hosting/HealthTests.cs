using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

public sealed class HealthTests(AttackedPractice practice) : IClassFixture<AttackedPractice>
{
    [Fact]
    public async Task Alive_Is_Whoever_Answers()
    {
        practice.Health = HealthCheckResult.Unhealthy("It is off.");
        Assert.Equal((200, "Healthy"), await practice.Caller.SendAsync(HttpMethod.Get, null, path: "health/live"));
    }

    [Theory]
    [InlineData(HealthStatus.Healthy, 200)]
    [InlineData(HealthStatus.Degraded, 200)] // it still serves people
    [InlineData(HealthStatus.Unhealthy, 503)]
    public async Task Ready_Says_How_Each_Part_Is(HealthStatus health, int expected)
    {
        practice.Health = new HealthCheckResult(health, "A sentence.");
        practice.Practice.Clock.Advance(TimeSpan.FromSeconds(11)); // what was found lately is not looked for again
        var (status, body) = await practice.Caller.SendAsync(HttpMethod.Get, null, path: "health/ready");
        var answer = JsonNode.Parse(body)!;
        Assert.Equal(expected, status);
        Assert.Equal(health.ToString(), (string?)answer["status"]);
        Assert.Equal((health.ToString(), "A sentence."), ((string?)answer["checks"]!["switch"]!["status"], (string?)answer["checks"]!["switch"]!["description"]));
        Assert.Equal(health == HealthStatus.Healthy ? null : "Look into the bot's log.", (string?)answer["checks"]!["switch"]!["toDo"]);
        Assert.Equal("The database answers.", (string?)answer["checks"]!["storage"]!["description"]);
        Assert.Equal("Healthy", (string?)answer["checks"]!["outbox"]!["status"]);
    }

    [Fact]
    public async Task What_Somebody_In_The_Practice_Must_See_To_Is_Told_Without_Names_And_Takes_Nobody_Off_The_Air()
    {
        practice.Health = HealthCheckResult.Healthy();
        await practice.Practice.Deputy.SayAsync("help");
        await practice.Practice.Teams.As(Cast.Deputy).UninstallAsync();
        practice.Practice.Clock.Advance(TimeSpan.FromSeconds(11));
        var (status, body) = await practice.Caller.SendAsync(HttpMethod.Get, null, path: "health/ready");
        Assert.Equal((200, "Those who decide: 2. Cannot be reached in Teams: 1."), (status, (string?)JsonNode.Parse(body)!["checks"]!["approvers"]!["description"]));
        Assert.StartsWith("Have them open Teams, Apps, this bot, Add", (string?)JsonNode.Parse(body)!["checks"]!["approvers"]!["toDo"], StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Everyone, person => body.Contains(person.Surname, StringComparison.Ordinal));

        await practice.Practice.Manager.SayAsync("selftest");
        Assert.Contains($"Cannot be reached in Teams: {Cast.Deputy.Name}.", practice.Practice.Manager.Reads(), StringComparison.Ordinal);
        await practice.Practice.Deputy.SayAsync("help");
    }

    [Fact]
    public async Task A_Check_That_Throws_Tells_Nothing_About_Itself()
    {
        practice.Health = HealthCheckResult.Unhealthy("It is off.", new InvalidOperationException("Password=secret"));
        practice.Practice.Clock.Advance(TimeSpan.FromSeconds(11));
        var (_, body) = await practice.Caller.SendAsync(HttpMethod.Get, null, path: "health/ready");
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);

        practice.Broken = new InvalidOperationException("Password=secret");
        practice.Practice.Clock.Advance(TimeSpan.FromSeconds(11));
        (_, body) = await practice.Caller.SendAsync(HttpMethod.Get, null, path: "health/ready");
        practice.Broken = null;
        Assert.Equal("The check itself failed (InvalidOperationException).", (string?)JsonNode.Parse(body)!["checks"]!["switch"]!["description"]);
    }
}
