namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>A link as its platform is known to mean it.</summary>
/// <param name="IsPost">It names one post or comment, and not a profile, a group or a list.</param>
internal sealed record PlatformLink(string Text, bool IsPost)
{
    /// <param name="comment">The comment it names, and the reply to that, where there is one.</param>
    public static PlatformLink Post(string address, params IEnumerable<(string Name, string? Value)> comment)
    {
        var parts = comment.Where(part => part.Value is not null).Select(part => $"{part.Name}={part.Value}").ToList();
        return new PlatformLink("https://" + address + (parts.Count == 0 ? "" : "?" + string.Join('&', parts)), IsPost: true);
    }

    /// <summary>Something else on the platform.</summary>
    public static PlatformLink Page(LinkAddress link, string host) => new(link.On(host), IsPost: false);

    public static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
