using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>A short message, so that an answer is noticed; the answer itself stands on the case card.</summary>
internal static class AnsweredCard
{
    public static AdaptiveCard Draw(Case @case) => CardLook.Card(
        CardLook.Title($"Case {@case.Reference}: an answer has come"),
        CardLook.Words("The reporter has answered the question. The answer is on the case card."),
        CardLook.Buttons(Blocks.Type("Show the case", $"{CaseCommand.Word} {@case.Reference}")));
}
