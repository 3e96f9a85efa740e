using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Connector;

/// <summary>Conversations and messages, as version 3 of the connector has them.</summary>
internal static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v3/conversations");
        group.MapPost("/", CreateAsync).Can(ConnectorOperation.CreateConversation);
        group.MapPost("/{conversationId}/activities", SendAsync).Can(ConnectorOperation.Send);
        group.MapPost("/{conversationId}/activities/{activityId}", ReplyAsync).Can(ConnectorOperation.Reply);
        group.MapPut("/{conversationId}/activities/{activityId}", UpdateAsync).Can(ConnectorOperation.Update);
        group.MapDelete("/{conversationId}/activities/{activityId}", Delete).Can(ConnectorOperation.Delete);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, ConnectorDesk desk, Roster roster, Installations installations)
    {
        var (body, error) = await RequestJson.ReadAsync(request);
        if (body is null)
        {
            return error!;
        }

        if (body.Text("channelData", "channel", "id") is { } channelId)
        {
            return CreateThread(desk, channelId, body["activity"] as JsonObject);
        }

        if (body["members"] is not JsonArray { Count: 1 } members || members[0].Text("id") is not { } memberId)
        {
            return ConnectorError.BadArgument("Exactly one member was expected.");
        }

        if (body.Text("tenantId") is { } tenant && tenant != Practice.TenantId)
        {
            return ConnectorError.BadArgument("Unknown tenant.");
        }

        return roster.WithId(memberId) switch
        {
            null => ConnectorError.BadArgument("Unknown member."),
            { } person when !installations.CanWriteTo(person) => ConnectorError.NotInstalled,
            { } person => CreateChat(desk, Conversation.With(person), body["activity"] as JsonObject),
        };
    }

    /// <summary>A private chat has one id for ever; creating it again finds it.</summary>
    private static IResult CreateChat(ConnectorDesk desk, Conversation chat, JsonObject? activity)
    {
        if (activity is null)
        {
            return Created(new() { ["id"] = chat.Id });
        }

        return ConnectorDesk.Refusal(activity) ?? Created(new() { ["id"] = chat.Id, ["activityId"] = desk.Take(chat, Own(activity), null) });
    }

    private static IResult CreateThread(ConnectorDesk desk, string channelId, JsonObject? activity)
    {
        var (channel, _, error) = desk.Open(channelId);
        if (channel is null)
        {
            return error!;
        }

        if (activity is null)
        {
            return ConnectorError.BadArgument("A thread begins with an activity.");
        }

        if (ConnectorDesk.Refusal(activity) is { } refusal)
        {
            return refusal;
        }

        var id = desk.Take(channel, Own(activity), null);
        return Created(new() { ["id"] = channel.Thread(id ?? ""), ["activityId"] = id });
    }

    private static async Task<IResult> SendAsync(string conversationId, HttpRequest request, ConnectorDesk desk)
    {
        var (conversation, thread, activity, error) = await OpenAsync(conversationId, request, desk);
        return error ?? Created(new() { ["id"] = desk.Take(conversation!, activity!, thread) });
    }

    private static async Task<IResult> ReplyAsync(
        string conversationId, string activityId, HttpRequest request, ConnectorDesk desk, ConversationBook book)
    {
        var (conversation, thread, activity, error) = await OpenAsync(conversationId, request, desk);
        if (error is not null)
        {
            return error;
        }

        var answered = book.Find(conversation!.Id, activityId);
        return Created(new() { ["id"] = desk.Take(conversation, activity!, thread ?? answered?.ThreadId) });
    }

    private static async Task<IResult> UpdateAsync(
        string conversationId, string activityId, HttpRequest request, ConnectorDesk desk, ConversationBook book)
    {
        var (conversation, _, activity, error) = await OpenAsync(conversationId, request, desk);
        return error ?? book.Find(conversation!.Id, activityId) switch
        {
            null => ConnectorError.ActivityNotFound,
            { IsFromBot: false } => ConnectorError.NotYours,
            { } post => Results.Json(new JsonObject { ["id"] = book.Rewrite(post, activity!)?.Id }),
        };
    }

    private static IResult Delete(string conversationId, string activityId, ConnectorDesk desk, ConversationBook book)
    {
        var (conversation, _, error) = desk.Open(conversationId);
        if (conversation is null)
        {
            return error!;
        }

        var post = book.Find(conversation.Id, activityId);
        if (post is null or { IsFromBot: false })
        {
            return post is null ? ConnectorError.ActivityNotFound : ConnectorError.NotYours;
        }

        book.Delete(post);
        return Results.Ok();
    }

    private static async Task<(Conversation? Conversation, string? ThreadId, JsonObject? Activity, IResult? Error)> OpenAsync(
        string conversationId, HttpRequest request, ConnectorDesk desk)
    {
        var (conversation, thread, closed) = desk.Open(conversationId);
        if (conversation is null)
        {
            return (null, null, null, closed);
        }

        var (activity, error) = await RequestJson.ReadAsync(request);
        error ??= ConnectorDesk.Refusal(activity!);
        return error is null ? (conversation, thread, activity, null) : (null, null, null, error);
    }

    private static JsonObject Own(JsonObject activity) => activity.DeepClone().AsObject();

    private static IResult Created(JsonObject body) => Results.Json(body, statusCode: StatusCodes.Status201Created);
}
