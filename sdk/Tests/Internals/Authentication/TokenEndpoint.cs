using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Internals.Authentication;

/// <summary>Plays the place where the bot gets its outbound tokens: token-1, token-2 and so on.</summary>
internal sealed class TokenEndpoint : IAsyncDisposable
{
    private LoopbackServer _server;

    /// <summary>The form of each request for a token.</summary>
    public ConcurrentQueue<(string Path, IFormCollection Form)> Requests { get; } = new();

    public int ExpiresInSeconds { get; set; } = 3600;

    public string LoginUrl => _server.Address + "/tenant-1";

    public static async Task<TokenEndpoint> StartAsync()
    {
        var result = new TokenEndpoint();
        result._server = await LoopbackServer.StartAsync("/{**path}", result.AnswerAsync);
        return result;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        Requests.Enqueue((http.Request.Path, await http.Request.ReadFormAsync()));
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(new JObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = ExpiresInSeconds,
            ["access_token"] = "token-" + Requests.Count.ToString(CultureInfo.InvariantCulture),
        }.ToString());
    }
}
