using System.Globalization;
using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>What the cards of this room have of their own; how they look otherwise is in <see cref="CardLook"/>.</summary>
internal static class SetUpBlocks
{
    /// <summary>Can quote what was typed.</summary>
    public static AdaptiveContainer Problem(string sentence) => new()
    {
        Style = AdaptiveContainerStyle.Warning,
        Spacing = AdaptiveSpacing.Small,
        Items = [new AdaptiveRichTextBlock { Inlines = { new AdaptiveTextRun(sentence) } }],
    };

    public static AdaptiveExecuteAction Press(string title, string verb, PracticeSettings settings, string style = "default") => new()
    {
        Title = title,
        Style = style,
        Verb = verb,
        Data = new JObject
        {
            [SetUpFields.Practice] = settings.Id.Value,
            [SetUpFields.Version] = settings.Version.ToString(CultureInfo.InvariantCulture),
        },
    };
}
