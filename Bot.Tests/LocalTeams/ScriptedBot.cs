using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

/// <summary>The smallest thing that can stand at a bot's address: it keeps what arrives and answers as told.</summary>
internal sealed class ScriptedBot : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonObject> _received = [];
    private readonly WebApplication _app;

    private ScriptedBot(WebApplication app) => _app = app;

    public Uri Endpoint => new(new Uri(_app.Urls.First()), "/api/messages");

    public IReadOnlyList<JsonObject> Received => [.. _received];

    /// <summary>What arrived, without the news of installations.</summary>
    public IReadOnlyList<JsonObject> Heard => [.. _received.Where(activity => Type(activity) is "message" or "invoke")];

    /// <summary>The answer to an activity; 200 with nothing in it when not set.</summary>
    public Func<JsonObject, IResult> Answer { get; set; } = _ => Results.Ok();

    public static async Task<ScriptedBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var bot = new ScriptedBot(app);
        app.MapPost("/api/messages", (JsonObject activity) =>
        {
            bot._received.Enqueue(activity);
            return bot.Answer(activity);
        });
        await app.StartAsync();
        return bot;
    }

    public static IResult NewCard(JsonObject card) =>
        Results.Json(new JsonObject { ["statusCode"] = 200, ["type"] = Cards.ContentType, ["value"] = card });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string? Type(JsonObject activity) => (string?)activity["type"];
}
