using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>A message as the page receives it.</summary>
internal static class PostNews
{
    public static JsonObject Of(Post post) => new()
    {
        ["kind"] = "post",
        ["post"] = Body(post),
    };

    public static JsonObject Body(Post post) => new()
    {
        ["id"] = post.Id,
        ["conversation"] = post.ConversationId,
        ["thread"] = post.ThreadId,
        ["author"] = post.Author?.Key,
        ["at"] = post.At.ToString("O"),
        ["version"] = post.Version,
        ["revision"] = post.Revision,
        ["deleted"] = post.IsDeleted,
        ["notification"] = post.IsFromBot && !post.IsDeleted ? LockScreen.Line(post.Activity) : null,
        ["activity"] = post.IsDeleted ? null : post.Activity,
        ["viewerCards"] = JsonSerializer.SerializeToNode(post.ViewerCards),
        ["notices"] = new JsonObject(post.Notices.Select(notice => KeyValuePair.Create<string, JsonNode?>(notice.Key, new JsonObject
        {
            ["kind"] = notice.Value.Kind.ToString(),
            ["text"] = notice.Value.Text,
        }))),
    };
}
