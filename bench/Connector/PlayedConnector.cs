using System.Collections.Concurrent;

namespace Rowcroft.Bench.Connector;

/// <summary>Plays the part of Teams' connector that bots call: takes their replies and tells who is on the roster.</summary>
internal sealed class PlayedConnector : IAsyncDisposable
{
    private static readonly byte[] Taken = """{"id":"1:reply"}"""u8.ToArray();
    private static readonly byte[] Unknown = """{"error":{"code":"NotFound","message":"The bench does not play this."}}"""u8.ToArray();

    private readonly ConcurrentDictionary<string, Inbox> _inboxes = new();
    private readonly WebApplication _app;
    private long _calls;

    private PlayedConnector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>What the activities name as their service address.</summary>
    public string ServiceUrl => _app.Urls.First() + "/";

    /// <summary>Calls of every kind so far: when this stands still, the bot has nothing left to say.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    public static async Task<PlayedConnector> StartAsync()
    {
        var connector = new PlayedConnector();
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>What the bot sends into this conversation from now on.</summary>
    public Inbox Open(string conversation, bool keepsLast) => _inboxes[conversation] = new Inbox(keepsLast);

    public void Close(string conversation) => _inboxes.TryRemove(conversation, out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (context.Request.Method, path) switch
        {
            ("POST" or "PUT", ["v3", "conversations", var conversation, "activities", ..]) => TakeAsync(context, conversation),
            ("POST", ["v3", "conversations"]) => WriteAsync(context, StatusCodes.Status201Created, Staff.NewConversation()),
            ("GET", ["v3", "conversations", _, "pagedmembers"]) => WriteAsync(context, StatusCodes.Status200OK, Staff.Page),
            _ => WriteAsync(context, StatusCodes.Status404NotFound, Unknown),
        };
    }

    private async Task TakeAsync(HttpContext context, string conversation)
    {
        if (_inboxes.TryGetValue(conversation, out var inbox))
        {
            await inbox.TakeAsync(context.Request.Body, context.RequestAborted);
        }

        await WriteAsync(context, StatusCodes.Status201Created, Taken);
    }

    private static Task WriteAsync(HttpContext context, int status, byte[] json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json, context.RequestAborted).AsTask();
    }
}
