using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Rowcroft.TeamsBot.Tests.People;

/// <summary>The part of Teams' connector that gives a team's members, a page at a time.</summary>
internal sealed class RosterServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private JArray[] _pages = [];

    private RosterServer(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.Single() + "/";

    /// <summary>Path and query of every request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>When set, it answers in the place of the members.</summary>
    public RequestDelegate? Instead { get; set; }

    public static async Task<RosterServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new RosterServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public static JObject Member(string name, string? objectId, string? upn = null) => new()
    {
        ["id"] = "29:" + name,
        ["name"] = name,
        ["aadObjectId"] = objectId,
        ["userPrincipalName"] = upn,
    };

    public void Holds(params JObject[] members) => HoldsPages(members);

    public void HoldsPages(params JObject[][] pages) => _pages = [.. pages.Select(page => new JArray(page.Cast<object>().ToArray()))];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        Requests.Enqueue(http.Request.Path + http.Request.QueryString);
        if (Instead is { } instead)
        {
            return instead(http);
        }

        var token = http.Request.Query["continuationToken"].FirstOrDefault();
        var number = token is null ? 0 : int.Parse(token.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(new JObject
        {
            ["continuationToken"] = number + 1 < _pages.Length ? $"page&of=/{number + 1}" : null,
            ["members"] = _pages.ElementAtOrDefault(number) ?? [],
        }.ToString());
    }
}
