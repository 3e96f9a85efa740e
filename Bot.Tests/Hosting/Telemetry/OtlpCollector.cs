using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rowcroft.TeamsBot.Tests.Hosting.Telemetry;

/// <summary>A real web server on this machine that takes OTLP over HTTP, as a collector does, and keeps every byte.</summary>
/// <remarks>Field numbers: https://github.com/open-telemetry/opentelemetry-proto/tree/main/opentelemetry/proto</remarks>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _came = new();

    private OtlpCollector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Everything that came, as text: for what must not be in it.</summary>
    public IReadOnlyList<string> Texts => [.. _came.Select(each => $"{each.Signal}: {Encoding.UTF8.GetString(each.Body)}")];

    public IReadOnlyList<CollectedSpan> Spans => [.. Requests("traces")
        .SelectMany(request => request.All(1)).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2))
        .Select(span => new CollectedSpan(span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), Attributes(span, 9)))];

    public IReadOnlySet<string> Metrics => Requests("metrics")
        .SelectMany(request => request.All(1)).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2))
        .Select(metric => metric.Text(1)).ToHashSet();

    /// <summary>The templates of the lines that were logged.</summary>
    public IReadOnlyList<string> Logs => [.. Requests("logs")
        .SelectMany(request => request.All(1)).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2))
        .Select(line => line.All(5).Single().Text(1))];

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = new OtlpCollector(builder.Build());
        collector._app.MapPost("/v1/{signal}", async (HttpRequest request, string signal) =>
        {
            Assert.Equal("application/x-protobuf", request.ContentType);
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector._came.Enqueue((signal, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await collector._app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private IEnumerable<WireMessage> Requests(string signal) => _came.Where(each => each.Signal == signal).Select(each => new WireMessage(each.Body));

    private static Dictionary<string, string> Attributes(WireMessage message, int field) =>
        message.All(field).ToDictionary(pair => pair.Text(1), pair => pair.All(2).Single().Text(1));
}

/// <param name="Parent">Empty for the first of a trace.</param>
internal sealed record CollectedSpan(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes)
{
    public string? Is(string attribute) => Attributes.GetValueOrDefault(attribute);
}
