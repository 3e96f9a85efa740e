using System.Net;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Loopback;

/// <summary>A bot behind its adapter at <c>/api/messages</c>, and the HTTP client of somebody who writes to it.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());
    private LoopbackServer _server;

    private BotServer(RecordingBot bot) => Bot = bot;

    public RecordingBot Bot { get; }

    public static async Task<BotServer> StartAsync(CloudAdapter adapter, RecordingBot bot = null)
    {
        var result = new BotServer(bot ?? new RecordingBot());
        result._server = await LoopbackServer.StartAsync(
            "/api/messages", http => adapter.ProcessAsync(http.Request, http.Response, result.Bot, http.RequestAborted));
        return result;
    }

    /// <summary>An activity as a channel writes it.</summary>
    public static JObject Message(string serviceUrl = "https://smba.trafficmanager.net/uk/", string type = "message") => new()
    {
        ["type"] = type,
        ["id"] = "activity-1",
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JObject { ["id"] = "user-1" },
        ["recipient"] = new JObject { ["id"] = "bot-1" },
        ["conversation"] = new JObject { ["id"] = "conversation-1" },
        ["text"] = "hello",
    };

    public Task<(HttpStatusCode Status, string Body)> PostAsync(JObject activity, string authorization = null) =>
        SendAsync(HttpMethod.Post, activity.ToString(), "application/json", authorization);

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method, string body, string contentType = "application/json", string authorization = null, string path = "/api/messages")
    {
        using var request = new HttpRequestMessage(method, _server.Address + path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
        }

        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await _http.SendAsync(request, CancellationToken.None);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }
}
