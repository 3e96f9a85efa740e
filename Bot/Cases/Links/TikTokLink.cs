namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>TikTok: the number of a video is its own. Short links of its share button can only be read by TikTok.</summary>
internal static class TikTokLink
{
    private const string Host = "tiktok.com";

    public static PlatformLink? Read(LinkAddress link) => link switch
    {
        { Host: "vm." + Host or "vt." + Host, Path: [var code, ..] } => PlatformLink.Post($"{link.Host}/{code}"),
        { Host: Host or "m." + Host } => Known(link) ?? PlatformLink.Page(link, Host),
        _ => null,
    };

    private static PlatformLink? Known(LinkAddress link) => link.Path switch
    {
        ["t", var code] => PlatformLink.Post($"{Host}/t/{code}"),
        ["video", var id] => Video(link, id),
        ["v", var id] => Video(link, id.EndsWith(".html", StringComparison.Ordinal) ? id[..^5] : id),
        ["embed" or "share" or "player", .., var id] => Video(link, id),
        [_, "video" or "photo", var id, ..] => Video(link, id),
        _ => null,
    };

    private static PlatformLink? Video(LinkAddress link, string id) => PlatformLink.IsNumber(id)
        ? PlatformLink.Post($"{Host}/video/{id}", ("comment_id", link["comment_id"] ?? link["share_comment_id"]))
        : null;
}
