using System.Net.Mime;
using Microsoft.AspNetCore.WebUtilities;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.People;
using Rowcroft.LocalTeams.Uploads;

namespace Rowcroft.LocalTeams.Page;

/// <summary>What the page does in a person's name.</summary>
internal static class PersonEndpoints
{
    private const long LargestUpload = 64 * 1024 * 1024;

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        var person = app.MapGroup("/_page/people/{key}").AddEndpointFilter<KnownPerson>();
        person.MapPost("/say", SayAsync);
        person.MapPost("/channel", SayInChannelAsync);
        person.MapPost("/press", PressAsync);
        person.MapPost("/reply", ReplyAsync);
        person.MapPost("/refresh", RefreshAsync);
        person.MapGet("/open", Open);
        app.MapGet("/_page/uploads/{id:guid}", Show);
        person.MapPost("/uploads", UploadAsync).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestUpload));
    }

    private static async Task<IResult> SayAsync(
        string key, SayRequest request, Roster roster, UploadStore uploads, MessageSender sender, CancellationToken cancellation)
    {
        var files = (request.Uploads ?? []).Select(uploads.Find).OfType<Upload>().ToList();
        if (string.IsNullOrWhiteSpace(request.Text) && files.Count == 0)
        {
            return Results.BadRequest();
        }

        var post = await sender.SayAsync(roster.Named(key)!, request.Text ?? "", files, cancellation);
        return Results.Json(new { id = post.Id });
    }

    private static async Task<IResult> SayInChannelAsync(
        string key, SayInChannelRequest request, Roster roster, MessageSender sender, CancellationToken cancellation)
    {
        if (Practice.Channels.FirstOrDefault(channel => channel.Id == request.Channel) is not { } channel
            || string.IsNullOrWhiteSpace(request.Text))
        {
            return Results.BadRequest();
        }

        var post = await sender.SayInChannelAsync(
            roster.Named(key)!, channel, request.Text, request.MentionsBot, request.Thread, cancellation);
        return Results.Json(new { id = post.Id });
    }

    private static async Task<IResult> PressAsync(
        string key, PressRequest request, Roster roster, ConversationBook book, CardPresser presser, CancellationToken cancellation)
    {
        if (book.Find(request.Post) is not { } post)
        {
            return Results.NotFound();
        }

        await presser.PressAsync(post, roster.Named(key)!, new(request.Action), cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> ReplyAsync(
        string key, ReplyRequest request, Roster roster, ConversationBook book, MessageSender sender, CancellationToken cancellation)
    {
        if (book.Find(request.Post) is not { } post)
        {
            return Results.NotFound();
        }

        await sender.ReplyAsync(post, roster.Named(key)!, request.Shown, request.Text, request.Value, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> RefreshAsync(
        string key, RefreshRequest request, Roster roster, ConversationBook book, CardPresser presser, CancellationToken cancellation)
    {
        if (book.Find(request.Post) is not { } post)
        {
            return Results.NotFound();
        }

        await presser.RefreshAsync(post, roster.Named(key)!, cancellation);
        return Results.NoContent();
    }

    /// <summary>
    /// Opens a link of the bot's as this person, where in the cloud Entra would say who they are. Anything that is not the bot's is not
    /// opened from here.
    /// </summary>
    private static IResult Open(string key, string url, Roster roster, BotLink bot, LocalTeamsOptions options)
    {
        if (bot.Endpoint is not { } endpoint || !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.GetLeftPart(UriPartial.Authority) != endpoint.GetLeftPart(UriPartial.Authority))
        {
            return Results.NotFound();
        }

        var query = new Dictionary<string, string?> { ["person"] = roster.Named(key)!.ObjectId.ToString(), ["returnUrl"] = address.PathAndQuery };

        // Cookies belong to a name: with one for each person, several people's tabs stay signed in side by side. To the browser that is
        // another site, so the bot must know by something else that the link is ours; one that runs elsewhere does not.
        if (options.Bot is { } host)
        {
            endpoint = new UriBuilder(endpoint) { Host = $"{key}.localhost" }.Uri;
            query["key"] = host.SignInKey;
        }

        return Results.Redirect(new Uri(endpoint, QueryHelpers.AddQueryString("/local-sign-in", query)).AbsoluteUri);
    }

    /// <summary>The body is the file itself; its name and how it came are in the query.</summary>
    private static async Task<IResult> UploadAsync(string key, string name, UploadKind kind, HttpRequest request, UploadStore uploads)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        var type = request.ContentType ?? MediaTypeNames.Application.Octet;
        var upload = uploads.Keep(kind, Path.GetFileName(name), type, bytes.ToArray());
        return Results.Json(new { id = upload.Id });
    }

    /// <summary>Only pictures are shown; everything else is downloaded, so that no upload can act as a page of this site.</summary>
    private static IResult Show(Guid id, UploadStore uploads) => uploads.Find(id) switch
    {
        null => Results.NotFound(),
        { ContentType: MediaTypeNames.Image.Png or MediaTypeNames.Image.Jpeg or MediaTypeNames.Image.Gif or MediaTypeNames.Image.Webp } picture =>
            Results.Bytes(picture.Bytes, picture.ContentType),
        { } file => Results.Bytes(file.Bytes, MediaTypeNames.Application.Octet, file.Name),
    };

    private sealed class KnownPerson(Roster roster) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
            roster.Named((string)context.HttpContext.GetRouteValue("key")!) is null ? Results.NotFound() : await next(context);
    }
}
