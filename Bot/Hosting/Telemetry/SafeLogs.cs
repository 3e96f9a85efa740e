using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Rowcroft.TeamsBot.Hosting.Telemetry;

/// <summary>Takes the exception from a log line: its message can quote what somebody typed. Our own lines name its kind and where it came from.</summary>
internal sealed class SafeLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data) => data.Exception = null;
}
