namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>Addresses that only lead on to another one, which they carry: no network is needed to read it.</summary>
internal static class WrappedLink
{
    /// <returns><c>null</c> when it carries none.</returns>
    public static string? Inside(LinkAddress link) => Carried(link) is { } inside ? PercentEncoding.Meant(inside) : null;

    private static string? Carried(LinkAddress link) => link switch
    {
        { Host: "l.facebook.com" or "lm.facebook.com" or "l.instagram.com" or "l.messenger.com" or "l.threads.net" } => link["u"],
        { Host: "google.com" or "google.co.uk", Path: ["url"] } => link["q"] ?? link["url"],
        { Host: "youtube.com" or "m.youtube.com", Path: ["redirect"] } => link["q"],
        { Host: "out.reddit.com" } => link["url"],
        { Host: "linkedin.com", Path: ["redir", "redirect"] } => link["url"],
        _ when link.Host.EndsWith(".safelinks.protection.outlook.com", StringComparison.Ordinal) => link["url"],
        _ => null,
    };
}
