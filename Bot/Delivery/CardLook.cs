using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>
/// How every card of the bot looks. Text blocks are for our own words only, because Teams reads them as Markdown; what people wrote, and
/// what they and their files are called, goes into text runs.
/// </summary>
internal static class CardLook
{
    public static AdaptiveCard Card(params IEnumerable<AdaptiveElement> body) => new("1.5")
    {
        Body = [.. body],
        AdditionalProperties = { ["msteams"] = new JObject { ["width"] = "Full" } },
    };

    public static AdaptiveTextBlock Title(string text) => new(text)
    {
        Size = AdaptiveTextSize.Large,
        Weight = AdaptiveTextWeight.Bolder,
        Wrap = true,
        AdditionalProperties = { ["style"] = "heading" },
    };

    public static AdaptiveTextBlock Words(string text) => new(text) { Wrap = true };

    public static AdaptiveTextBlock Small(string text) => new(text)
    {
        Size = AdaptiveTextSize.Small,
        IsSubtle = true,
        Wrap = true,
        Spacing = AdaptiveSpacing.Small,
    };

    public static AdaptiveContainer Box(AdaptiveContainerStyle style, params IEnumerable<AdaptiveElement> items) => new()
    {
        Style = style,
        Spacing = AdaptiveSpacing.Medium,
        Items = [.. items],
    };

    /// <summary>A hash, to be compared sign by sign.</summary>
    public static AdaptiveRichTextBlock Hash(string sha256, AdaptiveSpacing spacing) => new()
    {
        Spacing = spacing,
        Inlines = { new AdaptiveTextRun($"SHA-256 {sha256}") { FontType = AdaptiveFontType.Monospace, Size = AdaptiveTextSize.Small, IsSubtle = true } },
    };

    public static AdaptiveActionSet Buttons(params IEnumerable<AdaptiveAction> actions) => new() { Actions = [.. actions] };

    /// <summary>What somebody wrote, on one line that does not fill the card.</summary>
    public static string OneLine(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)] + "…";
    }
}
