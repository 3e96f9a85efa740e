using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>A short message that a missing screenshot has come; the screenshot itself stands on the case card.</summary>
internal static class EvidenceCameCard
{
    public static AdaptiveCard Draw(Case @case) => CardLook.Card(
        CardLook.Title($"Case {@case.Reference}: evidence has come"),
        CardLook.Words(@case.MissingEvidence == 0
            ? "The reporter has sent what was missing. It is on the case card."
            : $"The reporter has sent some of what was missing. {(@case.MissingEvidence == 1 ? "1 screenshot is" : $"{@case.MissingEvidence} screenshots are")} still to come."),
        CardLook.Buttons(Blocks.Type("Show the case", $"{CaseCommand.Word} {@case.Reference}")));
}
