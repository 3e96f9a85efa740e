using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>What the cards of this room have of their own; how they look otherwise is in <see cref="CardLook"/>.</summary>
internal static class Blocks
{
    /// <summary>What somebody wrote, a block for each line.</summary>
    public static IEnumerable<AdaptiveElement> Written(string text, int lines) =>
        WrittenWords.Lines(text, lines).Select(line => new AdaptiveRichTextBlock
        {
            Spacing = AdaptiveSpacing.Small,
            Inlines = { new AdaptiveTextRun(line) },
        });

    /// <summary>Why a press was not recorded.</summary>
    public static AdaptiveContainer Problem(string sentence) =>
        CardLook.Box(AdaptiveContainerStyle.Warning, CardLook.Words(sentence));

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
