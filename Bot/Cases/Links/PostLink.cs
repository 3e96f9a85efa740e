using System.Security.Cryptography;
using System.Text;

namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>
/// The one spelling of a link to a post, whichever app, subdomain or share button it was copied from. Comments are part of what it
/// names: two comments under one post are two posts. Nothing is ever asked of the network, so that a short link stays what it is.
/// </summary>
internal static class PostLink
{
    private const int WrappedAtMost = 3;

    /// <summary>Each knows the hosts of one platform, and how it names a single post.</summary>
    private static readonly Func<LinkAddress, PlatformLink?>[] Platforms =
    [
        FacebookLink.Read, InstagramLink.Read, XLink.Read, YouTubeLink.Read, TikTokLink.Read, LinkedInLink.Read,
        GoogleLink.Read, NhsLink.Read, NextdoorLink.Read, RedditLink.Read, WhatsAppLink.Read,
    ];

    /// <returns>Equal for links to the same post; <c>null</c> for what is no web address. Applied twice it changes nothing more.</returns>
    public static string? Canonical(string? link) => Read(link)?.Text;

    /// <summary>What cases are compared by.</summary>
    /// <returns>
    /// 64 hex digits; <c>null</c> when the link names no single post but, say, a profile, a group or a page of reviews, where everybody's
    /// posts have the same address.
    /// </returns>
    public static string? Key(string? link) => Read(link) is { IsPost: true, Text: var text }
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        : null;

    private static PlatformLink? Read(string? link, int wrapped = 0)
    {
        if (LinkAddress.Parse(link) is not { } address)
        {
            return null;
        }

        if (wrapped < WrappedAtMost && WrappedLink.Inside(address) is { } inside && Read(inside, wrapped + 1) is { } carried)
        {
            return carried;
        }

        return (address.Port.Length == 0 ? Platforms.Select(read => read(address)).FirstOrDefault(found => found is not null) : null)
            ?? new PlatformLink(address.On(address.Host), address is not { Path: [], Query: [], Fragment: "" });
    }
}
