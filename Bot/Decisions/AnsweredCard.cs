using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>A short message, so that an answer is noticed; the answer itself stands on the case card.</summary>
internal static class AnsweredCard
{
    public static AdaptiveCard Draw(Case @case) => Blocks.Card(
        Blocks.Title($"Case {@case.Reference}: an answer has come"),
        Blocks.Words("The reporter has answered the question. The answer is on the case card."),
        Blocks.Buttons(Blocks.Type("Show the case", $"{CaseCommand.Word} {@case.Reference}")));
}
