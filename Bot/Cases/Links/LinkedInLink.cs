using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>LinkedIn: a post by its kind and number, which both of its addresses hold, and the comment under it that the link opens.</summary>
internal static partial class LinkedInLink
{
    private const string Host = "linkedin.com";

    public static PlatformLink? Read(LinkAddress link) => link switch
    {
        { Host: "lnkd.in", Path: [_, ..] path } => PlatformLink.Post($"lnkd.in/{string.Join('/', path)}"),
        _ when OneOfThem().IsMatch(link.Host) => Known(link) ?? PlatformLink.Page(link, Host),
        _ => null,
    };

    private static PlatformLink? Known(LinkAddress link) => link.Path switch
    {
        ["feed", "update", var urn, ..] => Post(link, Urn().Match(urn)),
        ["embed", "feed", "update", var urn, ..] => Post(link, Urn().Match(urn)),
        ["posts", var slug, ..] => Post(link, Slug().Match(slug)),
        ["pulse", var slug, ..] => PlatformLink.Post($"{Host}/pulse/{slug}"),
        _ => null,
    };

    private static PlatformLink? Post(LinkAddress link, Match name)
    {
        if (!name.Success)
        {
            return null;
        }

        var kind = name.Groups[1].Value.ToLowerInvariant() is var lower && lower == "ugcpost" ? "ugcPost" : lower;
        return PlatformLink.Post(
            $"{Host}/feed/update/urn:li:{kind}:{name.Groups[2].Value}",
            ("commentUrn", Comment(link["commentUrn"] ?? link["dashCommentUrn"])),
            ("replyUrn", Comment(link["replyUrn"] ?? link["dashReplyUrn"])));
    }

    private static string? Comment(string? urn) => urn is null ? null
        : OldComment().Match(urn) is { Success: true, Groups: [_, var old] } ? old.Value
        : NewComment().Match(urn) is { Success: true, Groups: [_, var @new] } ? @new.Value
        : urn;

    [GeneratedRegex(@"^(?:(?:m|touch|[a-z]{2})\.)?linkedin\.com$")]
    private static partial Regex OneOfThem();

    [GeneratedRegex("^urn:li:(activity|share|ugcPost):([0-9]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Urn();

    [GeneratedRegex("[-_](activity|share|ugcPost)-([0-9]+)(?:-[A-Za-z0-9_-]*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Slug();

    [GeneratedRegex(@"comment:\([^,()]*,([0-9]+)\)$")]
    private static partial Regex OldComment();

    [GeneratedRegex(@"fsd_comment:\(([0-9]+),")]
    private static partial Regex NewComment();
}
