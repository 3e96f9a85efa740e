using System.Diagnostics;
using AdaptiveCards;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>A report waits to be finished: carry on, start again or throw it away.</summary>
internal static class UnfinishedCard
{
    /// <param name="started">When it was begun, in words.</param>
    public static AdaptiveCard Offer(ReportDraft draft, string started) => CardParts.Card(
        [
            CardParts.Heading("You have a report that is not finished"),
            CardParts.Words($"You started it on {started}. {WhereItStands(draft)}"),
        ],
        Choices(draft));

    /// <summary>The answer to words that mean nothing at the step the report is at.</summary>
    public static AdaptiveCard Waiting(ReportDraft draft) => CardParts.Card(
        [
            CardParts.Subheading("Sorry, I did not understand that"),
            CardParts.Words($"Your report is not finished. {WhereItStands(draft)} You can use that card above, or press Carry on to see it here again."),
        ],
        Choices(draft));

    public static AdaptiveCard AskToCancel(ReportDraft draft) => CardParts.Card(
        [
            CardParts.Heading("Cancel this report?"),
            CardParts.Words("Nothing is sent, and your answers and screenshots are deleted."),
        ],
        [
            CardParts.Press("Yes, cancel it", ReportVerbs.CancelConfirmed, draft, "destructive"),
            CardParts.Press("No, carry on", ReportVerbs.CarryOn, draft),
        ]);

    public static AdaptiveCard ThrownAway() => CardParts.Card([CardParts.Subheading("This report was cancelled")]);

    public static string WhereItStands(ReportDraft draft) => draft.Step switch
    {
        ReportStep.Safety => "It is waiting for your answer about safety.",
        ReportStep.Form => "It is waiting for the form.",
        ReportStep.Screenshots => "It is waiting for your screenshots, or for \"done\".",
        ReportStep.Review => "It is ready: look it over and send it.",
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<AdaptiveAction> Choices(ReportDraft draft) =>
    [
        CardParts.Press("Carry on", ReportVerbs.CarryOn, draft, "positive"),
        CardParts.Press("Start again", ReportVerbs.StartAgain, draft),
        CardParts.Press("Throw away", ReportVerbs.ThrowAway, draft, "destructive"),
    ];
}
