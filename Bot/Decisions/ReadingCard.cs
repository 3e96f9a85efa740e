using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>One long text of a case in full, and the way back.</summary>
internal static class ReadingCard
{
    private const int MaxLines = 60;

    public static AdaptiveCard Draw(Case @case, LongText text) => Blocks.Card(
    [
        Blocks.Title($"Case {@case.Reference}"),
        Blocks.Heading(text.Title),
        .. Blocks.Written(WrittenWords.Clean(text.Text), MaxLines),
        Blocks.Buttons(Blocks.Press("Back to the case", DecisionVerbs.Refresh, @case)),
    ]);
}
