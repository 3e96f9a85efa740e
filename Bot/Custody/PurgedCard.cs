using AdaptiveCards;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>In the place of any card about a case that was purged.</summary>
internal static class PurgedCard
{
    public static AdaptiveCard Draw() => CardLook.Card(
        CardLook.Title("This case was deleted"),
        CardLook.Words("Its retention time is over. What was reported, the screenshots and the decision are no longer kept."));
}
