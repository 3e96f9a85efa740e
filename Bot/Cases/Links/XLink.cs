namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>X, formerly Twitter: the number of a post is its own, whoever's name stands before it.</summary>
internal static class XLink
{
    private const string Host = "x.com";

    public static PlatformLink? Read(LinkAddress link) => link.Host is Host or "mobile." + Host or "m." + Host
        or "twitter.com" or "mobile.twitter.com" or "m.twitter.com"
        ? Number(link.Path) is { } id && PlatformLink.IsNumber(id) ? PlatformLink.Post($"{Host}/i/status/{id}") : PlatformLink.Page(link, Host)
        : null;

    private static string? Number(string[] path) => path switch
    {
        ["i", "web", "status", var id, ..] => id,
        [_, "status" or "statuses", var id, ..] => id,
        _ => null,
    };
}
