using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>One long text of a case in full, and the way back.</summary>
internal static class ReadingCard
{
    private const int MaxLines = 60;

    /// <param name="typed">What is being typed on the case card; it comes along and is there again on the way back.</param>
    public static AdaptiveCard Draw(Case @case, LongText text, TypedText typed)
    {
        var card = Draw(@case, text, typed.AsData());
        return CaseCard.Fits(card) ? card : Draw(@case, text, []);
    }

    private static AdaptiveCard Draw(Case @case, LongText text, IEnumerable<JProperty> along) => CardLook.Card(
    [
        CardLook.Title($"Case {@case.Reference}"),
        CardLook.Heading(text.Title),
        .. Blocks.Written(WrittenWords.Clean(text.Text), MaxLines),
        CardLook.Buttons(Blocks.Press("Back to the case", DecisionVerbs.Refresh, @case, along)),
    ]);
}
