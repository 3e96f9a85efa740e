using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Loopback;

/// <summary>A channel's connector: keeps what it is asked, and answers every call with a new id.</summary>
internal sealed class ConnectorServer : IAsyncDisposable
{
    private LoopbackServer _server;
    private int _lastId;

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>The service URL, with a slash at the end as channels write it.</summary>
    public string ServiceUrl => _server.Address + "/";

    public static async Task<ConnectorServer> StartAsync()
    {
        var result = new ConnectorServer();
        result._server = await LoopbackServer.StartAsync("/{**path}", result.AnswerAsync);
        return result;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Calls.Enqueue(new Call(
            http.Request.Method,
            http.Request.Path,
            http.Request.Headers.Authorization.ToString(),
            body.Length == 0 ? null : JObject.Parse(body)));
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(new JObject { ["id"] = "sent-" + id, ["activityId"] = "activity-" + id }.ToString());
    }

    internal sealed record Call(string Method, string Path, string Authorization, JObject Body);
}
