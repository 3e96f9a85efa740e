using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// Says in the log when a readiness check changes, and once an hour of each that is not healthy, so that an alert which looks at the last
/// hours finds it however long it lasts. Alerts rest on these lines: their ids, and the check's name and status as they stand here.
/// </summary>
internal sealed partial class ReadinessLog(TimeProvider time, ILogger<ReadinessLog> logger) : IHealthCheckPublisher
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (HealthStatus Status, DateTimeOffset SaidAt)> _said = new();

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (check, entry) in report.Entries)
        {
            Say(check, entry.Status);
        }

        return Task.CompletedTask;
    }

    private void Say(string check, HealthStatus status)
    {
        var now = time.GetUtcNow();
        var before = _said.GetValueOrDefault(check, (Status: HealthStatus.Healthy, SaidAt: now));
        if (status == HealthStatus.Healthy)
        {
            if (before.Status != status)
            {
                Log.Healthy(logger, check);
            }
        }
        else if (before.Status != status || now - before.SaidAt >= Again)
        {
            Log.NotHealthy(logger, check, status);
        }
        else
        {
            return;
        }

        _said[check] = (status, now);
    }

    private static partial class Log
    {
        [LoggerMessage(1011, LogLevel.Warning, "Readiness: {Check} is {Status}")]
        public static partial void NotHealthy(ILogger logger, string check, HealthStatus status);

        [LoggerMessage(1012, LogLevel.Information, "Readiness: {Check} is healthy again")]
        public static partial void Healthy(ILogger logger, string check);
    }
}
