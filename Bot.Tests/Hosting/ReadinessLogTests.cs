using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>The lines on which the alerts in <c>infra/</c> rest.</summary>
public sealed class ReadinessLogTests : IDisposable
{
    private readonly CapturedLogs _logs = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ILoggerFactory _logging;
    private readonly ReadinessLog _readiness;

    public ReadinessLogTests()
    {
        _logging = LoggerFactory.Create(builder => builder.AddProvider(_logs));
        _readiness = new ReadinessLog(_time, _logging.CreateLogger<ReadinessLog>());
    }

    [Fact]
    public async Task What_Is_Healthy_Is_Not_Worth_A_Word()
    {
        await SayAsync(HealthStatus.Healthy, HealthStatus.Healthy);

        Assert.Empty(_logs.Lines);
    }

    [Fact]
    public async Task A_Change_Is_Said_Once_And_Back_Again()
    {
        await SayAsync(HealthStatus.Degraded, HealthStatus.Degraded, HealthStatus.Unhealthy, HealthStatus.Healthy, HealthStatus.Healthy);

        Assert.Equal(
            [
                "Warning 1011 Readiness: outbox is Degraded", "Warning 1011 Readiness: outbox is Unhealthy",
                "Information 1012 Readiness: outbox is healthy again",
            ],
            Said);
    }

    [Fact]
    public async Task What_Lasts_Is_Said_Again_Every_Hour()
    {
        for (var minute = 0; minute < 150; minute++)
        {
            await SayAsync(HealthStatus.Degraded);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(Enumerable.Repeat("Warning 1011 Readiness: outbox is Degraded", 3), Said);
    }

    public void Dispose() => _logging.Dispose();

    private IEnumerable<string> Said => _logs.Lines.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim());

    private async Task SayAsync(params HealthStatus[] states)
    {
        foreach (var status in states)
        {
            var entry = new HealthReportEntry(status, "A sentence.", TimeSpan.Zero, null, null);
            await _readiness.PublishAsync(new HealthReport(new Dictionary<string, HealthReportEntry> { ["outbox"] = entry }, TimeSpan.Zero), default);
        }
    }
}
