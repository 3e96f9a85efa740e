using System.Globalization;
using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>
/// What the cards of this room are put together from. Text blocks are for our own words only, because Teams reads them as Markdown; what
/// people wrote, and what they are called, goes into text runs.
/// </summary>
internal static class SetUpBlocks
{
    public static AdaptiveCard Card(params IEnumerable<AdaptiveElement> body) => new("1.5")
    {
        Body = [.. body],
        Speak = SetUpCard.Summary,
        FallbackText = SetUpCard.Summary,
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

    public static AdaptiveRichTextBlock Fact(string label, string written) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Inlines = { new AdaptiveTextRun(label + "  ") { IsSubtle = true }, new AdaptiveTextRun(written) },
    };

    /// <summary>Can quote what was typed.</summary>
    public static AdaptiveContainer Problem(string sentence) => new()
    {
        Style = AdaptiveContainerStyle.Warning,
        Spacing = AdaptiveSpacing.Small,
        Items = [new AdaptiveRichTextBlock { Inlines = { new AdaptiveTextRun(sentence) } }],
    };

    public static AdaptiveActionSet Buttons(params IEnumerable<AdaptiveAction> actions) => new() { Actions = [.. actions] };

    public static AdaptiveExecuteAction Press(string title, string verb, PracticeSettings settings) => new()
    {
        Title = title,
        Verb = verb,
        Data = new JObject
        {
            [SetUpFields.Practice] = settings.Id.Value,
            [SetUpFields.Version] = settings.Version.ToString(CultureInfo.InvariantCulture),
        },
    };
}
