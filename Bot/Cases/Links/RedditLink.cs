namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>Reddit: a post by its code, and the comment under it that the link opens.</summary>
internal static class RedditLink
{
    private const string Host = "reddit.com";

    public static PlatformLink? Read(LinkAddress link) => link switch
    {
        { Host: "redd.it", Path: [var post, ..] } => Post(post),
        { Host: Host or "old." + Host or "new." + Host or "np." + Host or "m." + Host or "i." + Host or "amp." + Host }
            => Known(link.Path) ?? PlatformLink.Page(link, Host),
        _ => null,
    };

    private static PlatformLink? Known(string[] path) => path switch
    {
        ["comments", var post] => Post(post),
        ["comments", var post, _] => Post(post),
        ["comments", var post, _, var comment, ..] => Post(post, comment),
        ["r" or "user" or "u", _, "comments", var post] => Post(post),
        ["r" or "user" or "u", _, "comments", var post, _] => Post(post),
        ["r" or "user" or "u", _, "comments", var post, "comment", var comment, ..] => Post(post, comment),
        ["r" or "user" or "u", _, "comments", var post, _, var comment, ..] => Post(post, comment),
        ["r", var place, "s", var code] => PlatformLink.Post($"{Host}/r/{place.ToLowerInvariant()}/s/{code}"),
        _ => null,
    };

    private static PlatformLink Post(string post, string? comment = null) => PlatformLink.Post(
        $"{Host}/comments/{post.ToLowerInvariant()}" + (comment is null ? "" : $"/-/{comment.ToLowerInvariant()}"));
}
