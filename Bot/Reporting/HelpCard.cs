using AdaptiveCards;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The words the bot knows, and where a report stands that is being made.</summary>
internal static class HelpCard
{
    public static AdaptiveCard Show(ReportDraft? draft) => CardParts.Card(
        [
            CardParts.Heading("What you can write to me"),
            CardParts.Fact("report", "start a report. I ask about safety first, then there is one short form, then your screenshots."),
            CardParts.Fact("my reports", "see what you have sent and how it stands. You can take a report back until it is decided."),
            CardParts.Fact("guidance", "the code of conduct in short, and where to find help for yourself."),
            CardParts.Fact("cancel", "stop the report you are making. Nothing is sent."),
            CardParts.Fact("help", "this card."),
            CardParts.Words("What you report is seen by you and by the people who decide. Please do not write patients' details unless they are needed to understand what happened."),
            CardParts.Small("Someone is in danger now? Call 999. Do not wait for this chat."),
            .. draft is null ? Array.Empty<AdaptiveElement>() : [CardParts.Words($"Your report is not finished. {UnfinishedCard.WhereItStands(draft)}")],
        ],
        draft is null
            ?
            [
                CardParts.Command("Report something", "report"),
                CardParts.Command("My reports", "my reports"),
                CardParts.Command("Guidance", "guidance"),
            ]
            :
            [
                CardParts.Press("Carry on", ReportVerbs.CarryOn, draft, "positive"),
                CardParts.Press("Cancel the report", ReportVerbs.Cancel, draft),
            ]);
}
