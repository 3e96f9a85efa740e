using AdaptiveCards;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>In the place of any card about a case that was purged.</summary>
internal static class PurgedCard
{
    public static AdaptiveCard Draw() => CardParts.Card(
        CardParts.Title("This case was deleted"),
        CardParts.Words("Its retention time is over. What was reported, the screenshots and the decision are no longer kept."));
}
