using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>A real web server on this machine that gives pictures, or misbehaves.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new();

    private PictureServer(WebApplication app) => _app = app;

    /// <summary>Path and Authorization header of every request, in order.</summary>
    public ConcurrentQueue<(string Path, string? Authorization)> Requests { get; } = new();

    public string Origin => _app.Urls.Single();

    public static async Task<PictureServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new PictureServer(builder.Build());
        server._app.Run(context =>
        {
            server.Requests.Enqueue((context.Request.Path, context.Request.Headers.Authorization.FirstOrDefault()));
            return server._pages.TryGetValue(context.Request.Path, out var page) ? page(context) : NotFound(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public string Serve(string path, RequestDelegate page)
    {
        _pages[path] = page;
        return Origin + path;
    }

    public string Serve(string path, byte[] bytes) => Serve(path, context => context.Response.Body.WriteAsync(bytes).AsTask());

    public string Redirect(string path, string location) => Serve(path, context =>
    {
        context.Response.Redirect(location);
        return Task.CompletedTask;
    });

    /// <summary>Answers with these one after the other, and with the last for ever.</summary>
    public string Answer(string path, params RequestDelegate[] pages)
    {
        var next = -1;
        return Serve(path, context => pages[Math.Min(Interlocked.Increment(ref next), pages.Length - 1)](context));
    }

    public static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static RequestDelegate Picture(byte[] bytes) => context => context.Response.Body.WriteAsync(bytes).AsTask();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task NotFound(HttpContext context) => Status(404)(context);
}
