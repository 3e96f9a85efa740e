namespace Rowcroft.Bench.Evidence;

/// <summary>Gives out pictures of noise, as Teams' store would.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PictureServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/{number:int}.png", async (int number, HttpContext context) =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = Picture.Size;
            await context.Response.Body.WriteAsync(Picture.Head(number), context.RequestAborted);
            await context.Response.Body.WriteAsync(Picture.Tail, context.RequestAborted);
        });
    }

    public static async Task<PictureServer> StartAsync()
    {
        var server = new PictureServer();
        await server._app.StartAsync();
        return server;
    }

    public string AddressOf(int number) => $"{_app.Urls.First()}/{number}.png";

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
