using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

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
        var (status, body) = await practice.Caller.SendAsync(HttpMethod.Get, null, path: "health/ready");
        var answer = JsonNode.Parse(body)!;
        Assert.Equal((expected, health.ToString()), (status, (string?)answer["status"]));
        Assert.Equal((health.ToString(), "A sentence."), ((string?)answer["checks"]!["switch"]!["status"], (string?)answer["checks"]!["switch"]!["description"]));
        Assert.Equal("The database answers.", (string?)answer["checks"]!["storage"]!["description"]);
        Assert.Equal("Healthy", (string?)answer["checks"]!["outbox"]!["status"]);
    }

    [Fact]
    public async Task A_Check_That_Throws_Tells_Nothing_About_Itself()
    {
        practice.Health = HealthCheckResult.Unhealthy("It is off.", new InvalidOperationException("Password=secret"));
        var (_, body) = await practice.Caller.SendAsync(HttpMethod.Get, null, path: "health/ready");
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);

        practice.Broken = new InvalidOperationException("Password=secret");
        (_, body) = await practice.Caller.SendAsync(HttpMethod.Get, null, path: "health/ready");
        practice.Broken = null;
        Assert.Equal("This could not be checked.", (string?)JsonNode.Parse(body)!["checks"]!["switch"]!["description"]);
    }
}
