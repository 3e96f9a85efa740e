using System.Diagnostics;
using AdaptiveCards;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>A report waits to be finished: carry on, start again or throw it away.</summary>
internal static class UnfinishedCard
{
    public static AdaptiveCard Offer(ReportDraft draft) => CardParts.Card(
        [
            CardParts.Heading("You have a report that is not finished"),
            CardParts.Words($"{WhereItStands(draft)} You can use the card above, or press Carry on to see it here."),
            CardParts.Small("I only know a few words. Write \"help\" to see them."),
        ],
        [
            CardParts.Press("Carry on", ReportVerbs.CarryOn, draft, "positive"),
            CardParts.Press("Start again", ReportVerbs.StartAgain, draft),
            CardParts.Press("Throw away", ReportVerbs.ThrowAway, draft, "destructive"),
        ]);

    public static AdaptiveCard AskToCancel(ReportDraft draft) => CardParts.Card(
        [
            CardParts.Heading("Cancel this report?"),
            CardParts.Words("Nothing is sent, and your answers and screenshots are deleted."),
        ],
        [
            CardParts.Press("Yes, cancel it", ReportVerbs.CancelConfirmed, draft, "destructive"),
            CardParts.Press("No, carry on", ReportVerbs.CarryOn, draft),
        ]);

    public static AdaptiveCard CarriedOn() => CardParts.Card([CardParts.Small("You carried on with your report.")]);

    public static AdaptiveCard StartedAgain() => CardParts.Card([CardParts.Small("You started again.")]);

    public static AdaptiveCard ThrownAway() => CardParts.Card([CardParts.Subheading("This report was cancelled")]);

    public static AdaptiveCard WasSent() => CardParts.Card([CardParts.Subheading("This report was sent"), CardParts.Small("Its receipt stands further down.")]);

    public static string WhereItStands(ReportDraft draft) => draft.Step switch
    {
        ReportStep.Safety => "It is waiting for your answer about safety.",
        ReportStep.Form => "It is waiting for the form.",
        ReportStep.Screenshots => "It is waiting for your screenshots, or for \"done\".",
        ReportStep.Provenance => "It is waiting for a word about your screenshots, or for \"skip\".",
        ReportStep.PatientDetails => "Something in it looks like a patient's details. It is waiting for you to say what to do.",
        ReportStep.Review => "It is ready: look it over and send it.",
        _ => throw new UnreachableException(),
    };
}
