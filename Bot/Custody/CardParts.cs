using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>What the cards of this room have of their own; how they look otherwise is in <see cref="CardLook"/>.</summary>
internal static class CardParts
{
    public const string CaseField = "case";
    public const string ReasonField = "reason";
    public const string PageField = "page";

    private const int MaxWritten = 120;

    public static AdaptiveTextBlock Heading(string text) => new(text)
    {
        Weight = AdaptiveTextWeight.Bolder,
        Wrap = true,
        Spacing = AdaptiveSpacing.Medium,
        AdditionalProperties = { ["style"] = "heading" },
    };

    /// <summary>Our words, and after them what somebody wrote or is called.</summary>
    public static AdaptiveRichTextBlock Written(string ours, string theirs) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Inlines = { new AdaptiveTextRun(ours), new AdaptiveTextRun(CardLook.OneLine(theirs, MaxWritten)) { Weight = AdaptiveTextWeight.Bolder } },
    };

    public static AdaptiveRichTextBlock Hash(string sha256) => CardLook.Hash(sha256, AdaptiveSpacing.None);

    public static AdaptiveExecuteAction Press(string title, string verb, Case @case, params IEnumerable<JProperty> more) => new()
    {
        Title = title,
        Verb = verb,
        Data = new JObject([new JProperty(CaseField, @case.Id.ToString()), .. more]),
    };
}
