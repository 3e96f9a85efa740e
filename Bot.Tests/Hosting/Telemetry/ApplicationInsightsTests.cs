using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Rowcroft.TeamsBot.Hosting.Telemetry;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting.Telemetry;

/// <summary>Azure's own exporters, as far as the wire, where a handler stands in for Azure.</summary>
public sealed class ApplicationInsightsTests
{
    private const string Address = "https://insights.example/";

    [Fact]
    public async Task Traces_Figures_And_Logs_Go_There_With_The_Bots_Own_Identity_And_Nothing_That_Was_Typed()
    {
        var azure = new Ingestion();
        var identities = new ConcurrentQueue<TokenCredential?>();
        await using var practice = await PracticeInTeams.StartAsync(
            builder => builder.Services.PostConfigureAll<AzureMonitorExporterOptions>(options =>
            {
                identities.Enqueue(options.Credential);
                (options.Credential, options.Transport) = (new AnyToken(), new HttpClientTransport(azure));
                Assert.True(options.DisableOfflineStorage);
            }),
            new Dictionary<string, string?>
            {
                [TelemetryOptions.ApplicationInsights] = $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={Address}",
            });
        await practice.Receptionist.SayAsync("zzqhelp me");
        await practice.Receptionist.ReportAsync();
        string[] expected = ["\"baseType\":\"RequestData\"", "\"baseType\":\"MetricData\"", "\"baseType\":\"MessageData\"", "rowcroft.turns"];
        await practice.Teams.UntilAsync(
            () =>
            {
                practice.Flush(); // a request is answered before its span has ended
                return expected.All(words => azure.Came.Any(each => each.Body.Contains(words, StringComparison.Ordinal)));
            },
            TimeSpan.FromSeconds(60));

        Assert.All(azure.Came, each => Assert.Equal(("insights.example", "Bearer azures-token"), (each.Host, each.Authorization)));
        Assert.DoesNotContain(azure.Came, each => each.Body.Contains("zzq", StringComparison.OrdinalIgnoreCase));
        Assert.All(identities, Assert.NotNull);
    }

    private sealed class Ingestion : HttpMessageHandler
    {
        public ConcurrentQueue<(string Host, string? Authorization, string Body)> Came { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await using var sent = await request.Content!.ReadAsStreamAsync(cancellationToken);
            await using var plain = request.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(sent, CompressionMode.Decompress) : sent;
            using var reader = new StreamReader(plain);
            Came.Enqueue((request.RequestUri!.Host, request.Headers.Authorization?.ToString(), await reader.ReadToEndAsync(cancellationToken)));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"itemsReceived":1,"itemsAccepted":1,"errors":[]}""") };
        }
    }

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("azures-token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
