namespace Rowcroft.TeamsBot.Hosting.Telemetry;

/// <summary>Whether the process tells anybody how it is doing. When it does not, no part of OpenTelemetry is loaded.</summary>
internal static class TelemetryModule
{
    /// <exception cref="StartupException">The collector's address is none.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (!options.IsSound)
        {
            throw new StartupException(TelemetryOptions.Sentence);
        }

        var insights = builder.Configuration[TelemetryOptions.ApplicationInsights];
        if (options.OtlpEndpoint is not null || !string.IsNullOrWhiteSpace(insights))
        {
            TelemetryExport.Add(builder, options.OtlpEndpoint, insights);
        }
    }
}
