using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Stands where the screenshots would be asked for when a sexual image is reported.</summary>
internal static class SexualImageCard
{
    /// <param name="picturesDeleted">The reporter had sent some before choosing this kind.</param>
    public static AdaptiveCard Show(SexualImageGuidance guidance, bool picturesDeleted) => CardParts.Card(
        [
            new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Warning,
                Bleed = true,
                Items = [CardParts.Heading(guidance.Title), CardParts.Words(guidance.Never)],
            },
            .. picturesDeleted ? [CardParts.Words("The pictures you sent before are deleted.")] : Array.Empty<AdaptiveElement>(),
            CardParts.Subheading("An adult"),
            .. guidance.Adult.Select(CardParts.Point),
            CardParts.Subheading("A child, or you are not sure"),
            .. guidance.Child.Select(CardParts.Point),
        ],
        guidance.Sources.Take(4).Select(source => new AdaptiveOpenUrlAction { Title = source.Title, Url = source.Url }));
}
