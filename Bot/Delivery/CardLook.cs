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

    /// <summary>Of a part of the card.</summary>
    public static AdaptiveTextBlock Heading(string text) => new(text)
    {
        Size = AdaptiveTextSize.Medium,
        Weight = AdaptiveTextWeight.Bolder,
        Wrap = true,
        Spacing = AdaptiveSpacing.Large,
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

    /// <summary>Our label, and beside it what somebody wrote or is called.</summary>
    public static AdaptiveRichTextBlock Fact(string label, string written) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Inlines = { new AdaptiveTextRun(label + "  ") { IsSubtle = true }, new AdaptiveTextRun(written) },
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
