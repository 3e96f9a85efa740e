namespace Rowcroft.TeamsBot.Hosting.Telemetry;

/// <summary>To whom traces, figures and logs go. Section <c>Telemetry</c>. Without any of it nothing is gathered.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>
    /// The setting that Azure's tools know; it stands outside the section. An address where sending needs a token, as the template has it; with
    /// local authentication left on, whoever knows it can send.
    /// </summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public const string Sentence = "Telemetry:OtlpEndpoint must be the address of an OpenTelemetry collector, such as http://localhost:4318.";

    /// <summary>
    /// A collector that takes OTLP over HTTP; <c>/v1/traces</c> and so on are added. Headers it wants, such as a key, are in the
    /// environment variable <c>OTEL_EXPORTER_OTLP_HEADERS</c>.
    /// </summary>
    public Uri? OtlpEndpoint { get; set; }

    public bool IsSound => OtlpEndpoint is null or { IsAbsoluteUri: true, UserInfo: "", Query: "", Scheme: "http" or "https" };
}
