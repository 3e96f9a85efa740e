using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>
/// What the cards of this room are put together from. Text blocks are for our own words only, because Teams reads them as Markdown; what
/// people wrote, and what they and their files are called, goes into text runs.
/// </summary>
internal static class CardParts
{
    private const int MaxWritten = 300;

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

    /// <summary>Our label, and beside it what somebody wrote or is called.</summary>
    public static AdaptiveRichTextBlock Fact(string label, string written) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Inlines = { new AdaptiveTextRun(label + "  ") { IsSubtle = true }, new AdaptiveTextRun(OneLine(written)) },
    };

    /// <summary>A hash, to be compared sign by sign.</summary>
    public static AdaptiveRichTextBlock Hash(string sha256) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Inlines = { new AdaptiveTextRun($"SHA-256 {sha256}") { FontType = AdaptiveFontType.Monospace, Size = AdaptiveTextSize.Small, IsSubtle = true } },
    };

    public static AdaptiveContainer Box(AdaptiveContainerStyle style, params IEnumerable<AdaptiveElement> items) => new()
    {
        Style = style,
        Spacing = AdaptiveSpacing.Medium,
        Items = [.. items],
    };

    public static AdaptiveActionSet Buttons(params IEnumerable<AdaptiveAction> actions) => new() { Actions = [.. actions] };

    public static AdaptiveExecuteAction Press(string title, string verb, params IEnumerable<JProperty> data) =>
        new() { Title = title, Verb = verb, Data = new JObject(data) };

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxWritten ? line : line[..(char.IsHighSurrogate(line[MaxWritten - 1]) ? MaxWritten - 1 : MaxWritten)] + "…";
    }
}
