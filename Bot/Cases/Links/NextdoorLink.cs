using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>Nextdoor: a post by its code, in whichever country's site, and the comment under it.</summary>
internal static partial class NextdoorLink
{
    private const string Host = "nextdoor.com";

    public static PlatformLink? Read(LinkAddress link) => OneOfThem().IsMatch(link.Host) ? Post(link) ?? PlatformLink.Page(link, Host) : null;

    private static PlatformLink? Post(LinkAddress link) => link.Path switch
    {
        ["p", var code, "c", var comment, ..] => PlatformLink.Post($"{Host}/p/{code}", ("comment", comment)),
        ["p", var code, ..] => PlatformLink.Post($"{Host}/p/{code}", ("comment", link["comment"])),
        ["post", var number] => PlatformLink.Post($"{Host}/post/{number}", ("comment", link["comment"])),
        ["news_feed"] when link["post"] is { } number => PlatformLink.Post($"{Host}/post/{number}", ("comment", link["comment"])),
        _ => null,
    };

    [GeneratedRegex(@"^nextdoor\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$")]
    private static partial Regex OneOfThem();
}
