using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Rest;
using Newtonsoft.Json.Linq;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Connector;

/// <summary>A channel's connector on a real port of this machine: it notes what it is asked and answers what it is told.</summary>
internal sealed class LoopbackConnector : IAsyncDisposable
{
    private readonly ServiceProvider _clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private LoopbackServer _server = null!;

    private LoopbackConnector()
    {
    }

    public ConcurrentQueue<ReceivedRequest> Received { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = context => Json(context, 200, """{ "id": "made" }""");

    public Uri Address => new(_server.Address);

    public ReceivedRequest OnlyRequest => Assert.Single(Received);

    public static async Task<LoopbackConnector> StartAsync()
    {
        var connector = new LoopbackConnector();
        connector._server = await LoopbackServer.StartAsync("/{**path}", connector.HandleAsync);
        return connector;
    }

    public static async Task Json(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(body);
    }

    public void Answers(int status, string body) => Answer = context => Json(context, status, body);

    public HttpClient Http() => _clients.GetRequiredService<IHttpClientFactory>().CreateClient();

    public ConnectorClient Client() => new(Address, new HeaderCredentials(), Http(), disposeHttpClient: true);

    public TeamsConnectorClient TeamsClient() => new(Address, new HeaderCredentials(), Http());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _clients.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Received.Enqueue(new ReceivedRequest(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.ContentType,
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body));
        await Answer(context);
    }

    private sealed class HeaderCredentials : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer token-of-the-test");
            return Task.CompletedTask;
        }
    }
}

internal sealed record ReceivedRequest(
    string Method, string Target, string? ContentType, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JObject Json => JObject.Parse(Body);
}
