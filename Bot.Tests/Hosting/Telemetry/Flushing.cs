using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting.Telemetry;

internal static class Flushing
{
    /// <summary>Sends what the bot has gathered so far.</summary>
    public static void Flush(this PracticeInTeams practice)
    {
        Assert.True(practice.Get<TracerProvider>().ForceFlush());
        Assert.True(practice.Get<MeterProvider>().ForceFlush());
        Assert.True(practice.Get<LoggerProvider>().ForceFlush());
    }
}
