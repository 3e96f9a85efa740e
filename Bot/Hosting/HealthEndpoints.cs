using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: each check by name with its state and one sentence; degraded is 200
/// (the bot still serves people), unhealthy is 503. While the bot waits for what it cannot work without, only that is said.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        var gate = endpoints.ServiceProvider.GetRequiredService<StartGate>();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => Applies(check, gate), ResponseWriter = WriteAsync });
    }

    /// <summary>The other checks ask a database that may not be there.</summary>
    public static bool Applies(HealthCheckRegistration check, StartGate gate) => gate.IsOpen || check.Name == StartHealthCheck.Name;

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new { status = entry.Value.Status.ToString(), description = DescriptionOf(entry.Value) }),
            },
            JsonSerializerOptions.Web,
            context.RequestAborted);
    }

    /// <summary>Of a check that failed by itself there is only the exception's message, and that is for nobody outside.</summary>
    private static string? DescriptionOf(HealthReportEntry entry) =>
        entry.Exception is { } exception && entry.Description == exception.Message ? "This could not be checked." : entry.Description;
}
