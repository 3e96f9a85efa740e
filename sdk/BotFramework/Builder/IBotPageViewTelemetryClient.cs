namespace Microsoft.Bot.Builder;

/// <summary>A telemetry client that can also be told which dialog is on show.</summary>
public interface IBotPageViewTelemetryClient
{
    void TrackPageView(string name, IDictionary<string, string> properties = null, IDictionary<string, double> metrics = null);
}
