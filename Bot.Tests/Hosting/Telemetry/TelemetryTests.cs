using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Hosting.Telemetry;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task What_Is_Sent_Stands_In_The_Trace_Of_The_Turn_That_Owed_It()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var practice = await PracticeInTeams.StartAsync(settings: To(collector));
        using var own = Own();
        await practice.Receptionist.ReportAsync();
        await practice.Teams.UntilAsync(
            () =>
            {
                practice.Flush(); // the card can be sent before the turn that owed it has ended
                var all = SpansOf(own, collector).ToDictionary(span => span.Id);
                return all.Values.FirstOrDefault(IsSentCase) is { } first && Way(first, all).Count() >= 4;
            },
            TimeSpan.FromSeconds(60));

        var spans = SpansOf(own, collector).ToDictionary(span => span.Id);
        var sent = spans.Values.First(IsSentCase);
        var way = Way(sent, spans).ToList();
        Assert.Equal(["outbox message", "outbox message", "turn", "POST /api/messages"], way.Take(4).Select(span => span.Name)); // above it is Teams' own call, played in this process
        Assert.Equal("expanded", way[1].Is("rowcroft.outcome"));
        Assert.Equal(("message", "anything else", "done"), (way[2].Is("rowcroft.activity.type"), way[2].Is("rowcroft.route"), way[2].Is("rowcroft.outcome")));
        Assert.Single(way.Select(span => span.Trace).Distinct());
        Assert.Contains(spans.Values, span => span.Name == "POST" && span.Parent == sent.Id); // the call to Teams itself
    }

    [Fact]
    public async Task A_Turn_That_Fails_Says_With_What_And_No_More()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var practice = await PracticeInTeams.StartAsync(settings: To(collector));
        await practice.Receptionist.SayAsync("help"); // the first word is preceded by the welcome
        practice.Teams.Faults.Add(new(ConnectorOperation.Reply, FaultKind.ServerError));
        using var own = Own();
        await practice.Receptionist.SayAsync("help");
        practice.Flush();

        var turn = Assert.Single(SpansOf(own, collector), span => span.Name == "turn");
        Assert.Equal(("help", "failed"), (turn.Is("rowcroft.route"), turn.Is("rowcroft.outcome")));
        Assert.Equal("Microsoft.Bot.Schema.ErrorResponseException", turn.Is("error.type"));
    }

    [Fact]
    public async Task What_A_Caller_Writes_Into_An_Address_A_Method_Or_A_Header_Goes_No_Further()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var practice = await PracticeInTeams.StartAsync(settings: To(collector));
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        foreach (var path in new[] { "zzqpath?zzqquery=1", "exports/zzqtoken", "cases/zzqreference/evidence", "health/ready?zzq", "api/messages?zzq=1" })
        {
            foreach (var method in new[] { "GET", "POST", "ZZQMETHOD" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(practice.BotAddress, path));
                request.Headers.TryAddWithoutValidation("User-Agent", "zzqagent");
                request.Headers.TryAddWithoutValidation("traceparent", "00-11111111111111111111111111111111-2222222222222222-00");
                request.Headers.TryAddWithoutValidation("tracestate", "zzqvendor=zzqstate");
                request.Headers.TryAddWithoutValidation("baggage", "zzqname=zzqbaggage");
                using var answer = await http.SendAsync(request, default);
            }
        }

        await practice.Teams.UntilAsync(() =>
        {
            practice.Flush(); // a request is answered before its span has ended
            return collector.Spans.Any(span => span.Is("http.route") == "/exports/{token}");
        });
        Assert.DoesNotContain(collector.Spans, span => span.Is("http.route") == "/health/ready");
        Assert.DoesNotContain(collector.Texts, text => text.Contains("zzq", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nothing_Is_There_Unless_It_Is_Asked_For()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        Assert.Null(practice.Get<IServiceProvider>().GetService<TracerProvider>());
        Assert.Null(practice.Get<IServiceProvider>().GetService<MeterProvider>());
        Assert.Null(practice.Get<IServiceProvider>().GetService<LoggerProvider>());
    }

    [Theory]
    [InlineData("collector")]
    [InlineData("ftp://collector.example")]
    [InlineData("https://user:word@collector.example")]
    public void An_Address_That_Is_None_Is_One_Sentence(string address) => Assert.Equal(
        TelemetryOptions.Sentence,
        Assert.Throws<StartupException>(() => BotApplication.Build(["--environment=Development", $"--Telemetry:OtlpEndpoint={address}"])).Message);

    private static Dictionary<string, string?> To(OtlpCollector collector) => new() { ["Telemetry:OtlpEndpoint"] = collector.Address };

    /// <summary>
    /// A trace in which everything stands that this test does from now on. Each collector hears every bot of this process, those of tests
    /// that run beside this one too.
    /// </summary>
    private static Activity Own() => new Activity("a test").Start();

    private static IEnumerable<CollectedSpan> SpansOf(Activity own, OtlpCollector collector) =>
        collector.Spans.Where(span => span.Trace == own.TraceId.ToHexString());

    private static bool IsSentCase(CollectedSpan span) =>
        span.Is("rowcroft.message.kind") == CaseAnnouncer.Case && span.Is("rowcroft.message.recipient") == "Person" && span.Is("rowcroft.outcome") == "sent";

    /// <summary>From a span up to the first of its trace that the bot has seen.</summary>
    private static IEnumerable<CollectedSpan> Way(CollectedSpan from, Dictionary<string, CollectedSpan> spans)
    {
        for (var span = from; span is not null; span = spans.GetValueOrDefault(span.Parent))
        {
            yield return span;
        }
    }
}
