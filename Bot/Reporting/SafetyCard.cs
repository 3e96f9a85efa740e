using AdaptiveCards;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The first question.</summary>
internal static class SafetyCard
{
    private const string Question = "First: is someone in danger now?";

    public static AdaptiveCard Ask(ReportDraft draft) => CardParts.Card(
        [
            CardParts.Heading(Question),
            CardParts.Words("For example: somebody threatens to come to the practice or to your home, to hurt a person, or to hurt themselves."),
        ],
        [
            CardParts.Press("Yes, someone is in danger", ReportVerbs.Danger, draft, "destructive"),
            CardParts.Press("No, nobody is in danger", ReportVerbs.Safe, draft),
        ]);

    public static AdaptiveCard Answered(bool danger) => CardParts.Card(
        [CardParts.Subheading(Question), CardParts.Words(danger ? "You answered: yes, someone is in danger." : "You answered: no, nobody is in danger.")]);

    public static AdaptiveCard Moved() => CardParts.Card([CardParts.Subheading(Question), CardParts.Small("This question now stands further down.")]);
}
