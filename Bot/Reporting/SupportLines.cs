using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Where the reporter finds help. The roster does not say who is a doctor: what is for doctors only stands under its own line.</summary>
internal static class SupportLines
{
    public static IEnumerable<AdaptiveElement> Show(Support support) =>
    [
        CardParts.Subheading("Help for you"),
        CardParts.Words(support.Introduction),
        .. support.Everyone.Select(Line),
        CardParts.Subheading("For doctors"),
        .. support.Doctors.Select(Line),
    ];

    private static AdaptiveRichTextBlock Line(SupportLine line) =>
        CardParts.Fact(line.Name, line.Contact + (line.Hours is { } hours ? $" ({hours})" : "") + $". {line.For}.");
}
