using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Stands where the screenshots would be asked for when a sexual image is reported.</summary>
internal static class SexualImageCard
{
    public static AdaptiveCard Show(SexualImageGuidance guidance) => CardParts.Card(
        [
            new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Warning,
                Bleed = true,
                Items = [CardParts.Heading(guidance.Title), CardParts.Words(guidance.Never)],
            },
            CardParts.Subheading("An adult"),
            .. guidance.Adult.Select(CardParts.Point),
            CardParts.Subheading("A child, or you are not sure"),
            .. guidance.Child.Select(CardParts.Point),
        ],
        guidance.Sources.Take(4).Select(source => new AdaptiveOpenUrlAction { Title = source.Title, Url = source.Url }));
}
