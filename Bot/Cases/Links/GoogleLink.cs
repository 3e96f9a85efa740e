using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>Google: one review among those of a place. A link to the place itself has the same address for all of its reviews.</summary>
internal static partial class GoogleLink
{
    private const string Host = "google.com";

    public static PlatformLink? Read(LinkAddress link) => link switch
    {
        { Host: "maps.app.goo.gl" or "share.google", Path: [var code, ..] } => PlatformLink.Post($"{link.Host}/{code}"),
        { Host: "goo.gl", Path: ["maps", var code, ..] } => PlatformLink.Post($"goo.gl/maps/{code}"),
        { Host: "g.co", Path: ["kgs", var code, ..] } => PlatformLink.Post($"g.co/kgs/{code}"),
        { Host: "g.page" or "search.google.com" } => PlatformLink.Page(link, link.Host),
        _ when OneOfThem().IsMatch(link.Host) => Review(link.Path) ?? PlatformLink.Page(link, Host),
        _ => null,
    };

    private static PlatformLink? Review(string[] path) => path switch
    {
        ["maps", "reviews", var data, ..] when ReviewNumber().Match(data) is { Success: true, Groups: [_, var number] }
            => PlatformLink.Post($"{Host}/maps/reviews/{number.Value}"),
        ["maps", "reviews", var data, ..] when data.StartsWith("data=", StringComparison.Ordinal) => PlatformLink.Post($"{Host}/maps/reviews/{data}"),
        ["maps", "reviews", var number] when BareNumber().IsMatch(number) => PlatformLink.Post($"{Host}/maps/reviews/{number}"),
        ["maps", "contrib", var person, "place", var place, ..] => PlatformLink.Post($"{Host}/maps/contrib/{person}/place/{place}"),
        _ => null,
    };

    [GeneratedRegex(@"^(?:maps\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$")]
    private static partial Regex OneOfThem();

    [GeneratedRegex("^data=.*?!1s(C[A-Za-z0-9_-]{15,})")]
    private static partial Regex ReviewNumber();

    [GeneratedRegex("^C[A-Za-z0-9_-]{15,}$")]
    private static partial Regex BareNumber();
}
