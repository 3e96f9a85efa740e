using System.Text;
using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>
/// Facebook. The same post has an address by its page's name, by its page's number, within its group, and in the phone's pages; what
/// they share is the post's number, which for all but very old posts belongs to no other.
/// </summary>
internal static partial class FacebookLink
{
    private const string Host = "facebook.com";

    /// <summary>Numbers shorter than this may belong to two pages.</summary>
    private const int OwnNumber = 14;

    private static readonly string[] SameAs =
        [Host, "fb.com", "m." + Host, "mbasic." + Host, "web." + Host, "touch." + Host, "mobile." + Host, "free." + Host, "business." + Host];

    public static PlatformLink? Read(LinkAddress link)
    {
        if (link is { Host: "fb.watch", Path: [var code, ..] })
        {
            return PlatformLink.Post($"fb.watch/{code}");
        }

        if (!SameAs.Contains(link.Host) && !InOneLanguage().IsMatch(link.Host))
        {
            return null;
        }

        return Post(link) ?? Picture(link) ?? Moving(link) ?? Shared(link) ?? PlatformLink.Page(link, Host) with { IsPost = NamesOne(link) };
    }

    private static PlatformLink? Post(LinkAddress link) => link.Path switch
    {
        ["story.php" or "permalink.php"] => Numbered(link, link["id"], link["story_fbid"]),
        ["groups", var group] when link["view"] == "permalink" => Numbered(link, "groups/" + group, link["id"]),
        ["groups", var group] => Numbered(link, "groups/" + group, link["multi_permalinks"]),
        ["groups", var group, "posts" or "permalink", .., var post] => Numbered(link, "groups/" + group, post),
        ["posts", var post] => Numbered(link, null, post),
        [var owner, "posts", .., var post] => Numbered(link, owner, post),
        ["comment", "replies"] when link["ctoken"]?.Split('_') is [var post, var comment] => Numbered(link, null, post, comment),
        [var both] when both.Split('_') is [var owner, var post] && PlatformLink.IsNumber(owner) => Numbered(link, owner, post),
        _ => null,
    };

    private static PlatformLink? Numbered(LinkAddress link, string? owner, string? post, string? comment = null)
    {
        if (post is null || !Identifier().IsMatch(post))
        {
            return null;
        }

        var stands = post.StartsWith("pfbid", StringComparison.Ordinal) || (post.Length >= OwnNumber && PlatformLink.IsNumber(post));
        return stands ? PlatformLink.Post($"{Host}/posts/{post}", Comments(link, comment))
            : owner is not null ? PlatformLink.Post($"{Host}/{owner.ToLowerInvariant()}/posts/{post}", Comments(link, comment))
            : null;
    }

    private static PlatformLink? Picture(LinkAddress link) => (link.Path switch
    {
        ["photo" or "photo.php"] => link["fbid"],
        ["photo", var photo] => photo,
        [_, "photos", .., var photo] => photo,
        _ => null,
    }) is { } id && PlatformLink.IsNumber(id) ? PlatformLink.Post($"{Host}/photo/{id}", Comments(link)) : null;

    private static PlatformLink? Moving(LinkAddress link) => (link.Path switch
    {
        ["watch"] or ["watch", "live"] or ["video.php"] => link["v"],
        ["reel" or "reels" or "videos", var video] => video,
        [_, "videos" or "reel", .., var video] => video,
        _ => null,
    }) is { } id && PlatformLink.IsNumber(id) ? PlatformLink.Post($"{Host}/videos/{id}", Comments(link)) : null;

    /// <summary>From a share button: the code says nothing to anybody but Facebook.</summary>
    private static PlatformLink? Shared(LinkAddress link) => link.Path switch
    {
        ["share", "p" or "v" or "r", var code] => PlatformLink.Post($"{Host}/share/{link.Path[1]}/{code}", Comments(link)),
        ["share", var code] => PlatformLink.Post($"{Host}/share/{code}", Comments(link)),
        ["stories", var owner, var story] => PlatformLink.Post($"{Host}/stories/{owner}/{story}"),
        _ => null,
    };

    private static bool NamesOne(LinkAddress link) =>
        ((string[])["story_fbid", "fbid", "multi_permalinks", "ctoken", "post_id", "comment_id"]).Any(name => link[name] is not null);

    private static (string Name, string? Value)[] Comments(LinkAddress link, string? comment = null) =>
        [("comment_id", Comment(comment ?? link["comment_id"])), ("reply_comment_id", Comment(link["reply_comment_id"]))];

    /// <summary>Alone, behind the post's number, or both wrapped in base64.</summary>
    private static string? Comment(string? id)
    {
        if (id is null)
        {
            return null;
        }

        var buffer = new byte[id.Length];
        var padded = PercentEncoding.Meant(id).TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var plain = Convert.TryFromBase64String(padded, buffer, out var length)
            && Encoding.ASCII.GetString(buffer, 0, length) is var inside && inside.StartsWith("comment:", StringComparison.Ordinal)
                ? inside
                : id;
        return WithPost().Match(plain) is { Success: true, Groups: [_, var number] } ? number.Value : id;
    }

    [GeneratedRegex(@"^[a-z]{2}-[a-z]{2}\.facebook\.com$")]
    private static partial Regex InOneLanguage();

    [GeneratedRegex("^[A-Za-z0-9]+$")]
    private static partial Regex Identifier();

    [GeneratedRegex("^(?:comment:)?[0-9]+_([0-9]+)$")]
    private static partial Regex WithPost();
}
