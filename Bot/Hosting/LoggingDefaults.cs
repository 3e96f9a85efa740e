namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// What libraries may log, wherever the process is started from: addresses that are fetched and statements that are run can say more
/// about people than a log may know. What a health check threw is on the card of <c>selftest</c>, by its kind.
/// </summary>
internal static class LoggingDefaults
{
    public static void AddQuietDefaults(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical)
        .AddFilter("System.Net.Http", LogLevel.Warning);
}
