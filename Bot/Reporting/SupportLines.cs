using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// Where the reader finds help. The roster has no roles, and nobody is asked for theirs: whoever is called "Dr" there sees the doctors' lines
/// first, everybody else can unfold them.
/// </summary>
internal static class SupportLines
{
    private const string ForDoctors = "linesForDoctors";

    /// <param name="reader">As the roster calls them.</param>
    public static IEnumerable<AdaptiveElement> Show(Support support, string reader) =>
    [
        CardParts.Subheading("Help for you"),
        CardParts.Words(support.Introduction),
        .. IsDoctor(reader) ? [.. support.Doctors.Select(Line), .. support.Everyone.Select(Line)] : (IEnumerable<AdaptiveElement>)[.. support.Everyone.Select(Line), .. Folded(support.Doctors)],
    ];

    private static bool IsDoctor(string name) =>
        name.Split([' ', '.', ','], 2)[0] is var first && (first.Equals("Dr", StringComparison.OrdinalIgnoreCase) || first.Equals("Doctor", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<AdaptiveElement> Folded(IReadOnlyList<SupportLine> lines) =>
    [
        new AdaptiveActionSet { Actions = [new AdaptiveToggleVisibilityAction { Title = "Lines for doctors", TargetElements = [ForDoctors] }] },
        new AdaptiveContainer { Id = ForDoctors, IsVisible = false, Items = [.. lines.Select(Line)] },
    ];

    private static AdaptiveRichTextBlock Line(SupportLine line) =>
        CardParts.Fact(line.Name, line.Contact + (line.Hours is { } hours ? $" ({hours})" : "") + $". {line.For}.");
}
