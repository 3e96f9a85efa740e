using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// What the cards of this room are put together from. Text blocks are for our own words only, because Teams reads them as Markdown; what
/// people wrote, and what they and their files are called, goes into text runs.
/// </summary>
internal static class CardParts
{
    public const string CaseField = "case";
    public const string ReasonField = "reason";
    public const string PageField = "page";

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

    public static AdaptiveTextBlock Heading(string text) => new(text)
    {
        Weight = AdaptiveTextWeight.Bolder,
        Wrap = true,
        Spacing = AdaptiveSpacing.Medium,
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

    /// <summary>Our words, and after them what somebody wrote or is called.</summary>
    public static AdaptiveRichTextBlock Written(string ours, string theirs) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Inlines = { new AdaptiveTextRun(ours), new AdaptiveTextRun(OneLine(theirs)) { Weight = AdaptiveTextWeight.Bolder } },
    };

    /// <summary>A hash, to be compared sign by sign.</summary>
    public static AdaptiveRichTextBlock Hash(string sha256) => new()
    {
        Spacing = AdaptiveSpacing.None,
        Inlines = { new AdaptiveTextRun($"SHA-256 {sha256}") { FontType = AdaptiveFontType.Monospace, Size = AdaptiveTextSize.Small, IsSubtle = true } },
    };

    public static AdaptiveExecuteAction Press(string title, string verb, Case @case, params IEnumerable<JProperty> more) => new()
    {
        Title = title,
        Verb = verb,
        Data = new JObject([new JProperty(CaseField, @case.Id.ToString()), .. more]),
    };

    public static AdaptiveActionSet Buttons(params IEnumerable<AdaptiveAction> actions) => new() { Actions = [.. actions] };

    private static string OneLine(string text)
    {
        const int Limit = 120;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Limit ? line : line[..(char.IsHighSurrogate(line[Limit - 1]) ? Limit - 1 : Limit)] + "…";
    }
}
