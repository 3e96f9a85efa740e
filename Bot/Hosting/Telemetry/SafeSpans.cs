using System.Diagnostics;
using OpenTelemetry;

namespace Rowcroft.TeamsBot.Hosting.Telemetry;

/// <summary>
/// Takes from each span whatever is not known to be safe. Addresses can be keys (an evidence link, a download of Teams) and hold what files
/// and people are called; an exception's message can quote what somebody typed.
/// </summary>
internal sealed class SafeSpans : BaseProcessor<Activity>
{
    private const string Ours = "rowcroft.";

    private static readonly HashSet<string> Safe =
    [
        "error.type",
        "http.request.method",
        "http.response.status_code",
        "http.route", // with {reference} in it, not the reference
        "network.protocol.version",
        "server.address",
        "server.port",
        "url.scheme",
    ];

    /// <summary>The caller may write what it likes into its trace state, and every span below would hand it on.</summary>
    public override void OnStart(Activity data) => data.TraceStateString = "";

    public override void OnEnd(Activity data)
    {
        foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(name => !IsSafe(name)).ToList())
        {
            data.SetTag(name, null);
        }

        // A library may write its exception's message into the status.
        data.SetStatus(data.Status);
        if (data.Events.Any())
        {
            // An event cannot be taken out again. None is expected; a span that has one is not sent.
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    private static bool IsSafe(string name) => name.StartsWith(Ours, StringComparison.Ordinal) || Safe.Contains(name);
}
