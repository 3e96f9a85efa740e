using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>YouTube: one video, however it is played, and the comment under it that the link opens.</summary>
internal static partial class YouTubeLink
{
    private const string Host = "youtube.com";

    public static PlatformLink? Read(LinkAddress link) => link.Host switch
    {
        "youtu.be" => link.Path is [var id, ..] ? Video(link, id) : null,
        Host or "m." + Host or "music." + Host or "youtube-nocookie.com" => Known(link) ?? PlatformLink.Page(link, Host),
        _ => null,
    };

    private static PlatformLink? Known(LinkAddress link) => link.Path switch
    {
        ["watch"] => Video(link, link["v"]),
        ["shorts" or "live" or "embed" or "v" or "e", var id, ..] => Video(link, id),
        ["post", var id] => Post(link, id),
        ["channel" or "c" or "user", _, "community"] or [_, "community"] => Post(link, link["lb"]),
        _ => null,
    };

    private static PlatformLink? Video(LinkAddress link, string? id) =>
        id is not null && Code().IsMatch(id) ? PlatformLink.Post($"{Host}/watch", ("v", id), ("lc", link["lc"])) : null;

    private static PlatformLink? Post(LinkAddress link, string? id) =>
        id is not null && Code().IsMatch(id) ? PlatformLink.Post($"{Host}/post/{id}", ("lc", link["lc"])) : null;

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex Code();
}
