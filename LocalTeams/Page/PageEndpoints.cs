using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http.HttpResults;
using Rowcroft.LocalTeams.Chats;

namespace Rowcroft.LocalTeams.Page;

/// <summary>The page's files and the stream of what happens.</summary>
internal static class PageEndpoints
{
    /// <summary>Scripts and pictures only from here; a card's picture may come from the bot, which has another port.</summary>
    private const string ContentPolicy =
        "default-src 'self'; img-src 'self' data: blob: http://127.0.0.1:*; style-src 'self' 'unsafe-inline'; "
        + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UsePage(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-cache";
            return next(context);
        });
        PageFiles.Use(app);
    }

    public static void MapPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/_page/events", Events);
        app.MapGet("/_page/state", (PageState page) => Results.Json(page.Around()));
        app.MapPeople();
    }

    private static ServerSentEventsResult<string> Events(
        News news, PageState page, IHostApplicationLifetime lifetime, CancellationToken gone)
    {
        var end = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        return TypedResults.ServerSentEvents(Items(news, page, end));
    }

    private static async IAsyncEnumerable<SseItem<string>> Items(News news, PageState page, CancellationTokenSource end)
    {
        using (end)
        {
            await foreach (var line in news.ListenAsync(page.Whole, end.Token))
            {
                yield return new(line);
            }
        }
    }
}
