using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: each check by name with its state, one sentence, and the one thing to do. It is 503 when the
/// bot can serve nobody; what somebody in the practice has to see to is told, and leaves it at 200. While the bot waits for what it cannot
/// work without, only that is said.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapGet("/health/ready", async (HttpContext http, StartGate gate, SelfTests tests, HealthCheckService checks) => Answer(
            http,
            gate.IsOpen ? await tests.RecentAsync(http.RequestAborted) : await checks.CheckHealthAsync(check => Applies(check, gate), http.RequestAborted)));
    }

    /// <summary>The other checks ask a database that may not be there.</summary>
    public static bool Applies(HealthCheckRegistration check, StartGate gate) => gate.IsOpen || check.Name == StartHealthCheck.Name;

    private static IResult Answer(HttpContext http, HealthReport report)
    {
        http.Response.Headers.CacheControl = "no-store";
        var down = report.Entries.Values.Any(entry => entry.Status == HealthStatus.Unhealthy && !entry.Tags.Contains(PracticeCheck.Tag));
        return Results.Json(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(entry => entry.Key, entry => Line(CheckedLine.Public(entry.Key, entry.Value))),
            },
            JsonSerializerOptions.Web,
            statusCode: down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static object Line(CheckedLine line) => new { status = line.Status.ToString(), description = line.Sentence, line.ToDo };
}
