namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>Instagram: a picture and a reel share one kind of code, whatever name or button stands before it.</summary>
internal static class InstagramLink
{
    private const string Host = "instagram.com";

    public static PlatformLink? Read(LinkAddress link) =>
        link.Host is Host or "m." + Host or "instagr.am" ? Post(link.Path) ?? PlatformLink.Page(link, Host) : null;

    private static PlatformLink? Post(string[] path) => path switch
    {
        ["reel" or "reels", "audio", ..] => null,
        ["p" or "reel" or "reels" or "tv", var code, .. var rest] => Media(code, rest),
        ["stories", var owner, var story] => PlatformLink.Post($"{Host}/stories/{owner.ToLowerInvariant()}/{story}"),
        ["share", .. { Length: 1 or 2 } code] => PlatformLink.Post($"{Host}/share/{string.Join('/', code)}"),
        [_, "p" or "reel" or "tv", var code, .. var rest] => Media(code, rest),
        _ => null,
    };

    private static PlatformLink Media(string code, string[] rest) => PlatformLink.Post($"{Host}/p/{code}" + rest switch
    {
        ["c", var comment, "r", var reply, ..] => $"/c/{comment}/r/{reply}",
        ["c", var comment, ..] => $"/c/{comment}",
        _ => "",
    });
}
