using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Hosting.Telemetry;

/// <summary>
/// OpenTelemetry, set up so that what leaves is ids, counts and words of our own. Everything passes <see cref="SafeSpans"/> and
/// <see cref="SafeLogs"/> first; of logs only our own categories are handed on. Database statements are traced nowhere: they hold the
/// text, and their errors quote it.
/// </summary>
internal static class TelemetryExport
{
    private const string ServiceName = "rowcroft-teams-bot";

    /// <summary>The name of Application Insights' options, so that they are options like all others: the last word on them is possible.</summary>
    private const string Insights = "insights";

    /// <summary>Of the platform: memory and garbage, requests that came, requests that were made. Each has routes or hosts, never addresses.</summary>
    private static readonly string[] Meters = [Instruments.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "System.Net.Http"];

    /// <param name="collector">Where a collector takes OTLP over HTTP; <c>null</c> for none.</param>
    /// <param name="insights">Application Insights' connection string; empty for none.</param>
    public static void Add(WebApplicationBuilder builder, Uri? collector, string? insights)
    {
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>("", LogLevel.None);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(Instruments.Name, LogLevel.Information);
        builder.Services.AddWorker<OutboxMeter>();

        Action<AzureMonitorExporterOptions>? azure = string.IsNullOrWhiteSpace(insights) ? null : options => Azure(options, insights, CloudIdentity.For(builder.Configuration, builder.Environment));
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => Traces(traces, azure))
            .WithMetrics(metrics => Metrics(metrics, azure))
            .WithLogging(logs => Logs(logs, azure), options => (options.IncludeFormattedMessage, options.IncludeScopes) = (false, false));
        if (collector is not null)
        {
            telemetry.UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, collector);
        }
    }

    /// <summary>All turns, whatever their caller says about sampling: a practice has a few hundred a day.</summary>
    private static void Traces(TracerProviderBuilder traces, Action<AzureMonitorExporterOptions>? azure)
    {
        traces
            .SetSampler<AlwaysOnSampler>()
            .AddSource(Instruments.Name)
            .AddAspNetCoreInstrumentation(options => options.Filter = http => !http.Request.Path.StartsWithSegments("/health"))
            .AddHttpClientInstrumentation()
            .AddProcessor<SafeSpans>();
        _ = azure is null ? traces : traces.AddAzureMonitorTraceExporter(azure, name: Insights);
    }

    private static void Metrics(MeterProviderBuilder metrics, Action<AzureMonitorExporterOptions>? azure)
    {
        metrics.AddMeter(Meters);
        _ = azure is null ? metrics : metrics.AddAzureMonitorMetricExporter(azure, name: Insights);
    }

    private static void Logs(LoggerProviderBuilder logs, Action<AzureMonitorExporterOptions>? azure)
    {
        logs.AddProcessor<SafeLogs>();
        _ = azure is null ? logs : logs.AddAzureMonitorLogExporter(azure, name: Insights);
    }

    // Nothing is put on the disk while Azure cannot be reached, and nothing is streamed to whoever has its page open. The template switches
    // keys off, so that the bot's own identity is what lets it write.
    private static void Azure(AzureMonitorExporterOptions options, string insights, TokenCredential identity) =>
        (options.ConnectionString, options.Credential, options.DisableOfflineStorage, options.EnableLiveMetrics) = (insights, identity, true, false);
}
