namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>The NHS website: all reviews of a practice stand on one page, so that only a number tells one from another.</summary>
internal static class NhsLink
{
    private const string Host = "nhs.uk";
    private static readonly string[] Numbers = ["commentId", "reviewId", "comment", "review"];

    public static PlatformLink? Read(LinkAddress link)
    {
        if (link.Host != Host)
        {
            return null;
        }

        var same = link with { Path = [.. link.Path.Select(segment => segment.ToLowerInvariant())] };
        return PlatformLink.Page(same, Host) with { IsPost = link.Fragment.Length > 0 || Numbers.Any(name => link[name] is not null) };
    }
}
