using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// What the cards of this room are put together from. Text blocks are for our own words only, because Teams reads them as Markdown; what
/// people wrote, and what they are called, goes into text runs.
/// </summary>
internal static class Blocks
{
    private const string SchemaVersion = "1.5";

    public static AdaptiveCard Card(params IEnumerable<AdaptiveElement> body) => new(SchemaVersion)
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

    /// <summary>Our label, and beside it what somebody wrote or is called.</summary>
    public static AdaptiveRichTextBlock Fact(string label, string written) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Inlines =
        {
            new AdaptiveTextRun(label + "  ") { IsSubtle = true },
            new AdaptiveTextRun(written),
        },
    };

    /// <summary>What somebody wrote, a block for each line.</summary>
    public static IEnumerable<AdaptiveElement> Written(string text, int lines) =>
        WrittenWords.Lines(text, lines).Select(line => new AdaptiveRichTextBlock
        {
            Spacing = AdaptiveSpacing.Small,
            Inlines = { new AdaptiveTextRun(line) },
        });

    public static AdaptiveContainer Box(AdaptiveContainerStyle style, params IEnumerable<AdaptiveElement> items) => new()
    {
        Style = style,
        Spacing = AdaptiveSpacing.Medium,
        Items = [.. items],
    };

    /// <summary>Why a press was not recorded.</summary>
    public static AdaptiveContainer Problem(string sentence) => Box(AdaptiveContainerStyle.Warning, Words(sentence));

    public static AdaptiveActionSet Buttons(params IEnumerable<AdaptiveAction> actions) => new() { Actions = [.. actions] };

    /// <summary>A press that comes back with the case and the version that the card shows.</summary>
    public static AdaptiveExecuteAction Press(string title, string verb, Case @case, params IEnumerable<JProperty> more) => new()
    {
        Title = title,
        Verb = verb,
        Data = new JObject(
            [new JProperty(CardFields.Case, @case.Id.ToString()), new JProperty(CardFields.Version, @case.Version), .. more]),
    };

    /// <summary>A button that types a command.</summary>
    public static AdaptiveSubmitAction Type(string title, string command) => new()
    {
        Title = title,
        Data = new JObject
        {
            ["msteams"] = new JObject { ["type"] = "messageBack", ["text"] = command, ["displayText"] = command },
        },
    };
}
