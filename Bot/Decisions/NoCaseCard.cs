using AdaptiveCards;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>In the place of a card whose case is gone, or not this person's. The same for both.</summary>
internal static class NoCaseCard
{
    public static AdaptiveCard Draw() => CardLook.Card(
        CardLook.Title("There is no case here for you"),
        CardLook.Words("The case does not exist any more, or it is not yours to decide. Nothing has been changed."));
}
