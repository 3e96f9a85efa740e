using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The code of conduct in short, what to do and not to do, and where to find help.</summary>
internal static class GuidanceCard
{
    /// <param name="reader">As the roster calls them.</param>
    public static AdaptiveCard Show(GuidanceLibrary guidance, string reader) => CardParts.Card(
        [
            CardParts.Heading(guidance.CodeOfConduct.Title),
            CardParts.Words(guidance.CodeOfConduct.Introduction),
            .. guidance.CodeOfConduct.Items.Select(item => CardParts.Fact($"{item.Number}. {item.Title}", item.Text)),
            CardParts.Words(guidance.CodeOfConduct.Feedback),
            CardParts.Subheading("If you see something"),
            CardParts.Words(guidance.Sentences.DoNotReply),
            CardParts.Words(guidance.Danger.Emergency + " " + guidance.Danger.NotEmergency),
            .. SupportLines.Show(guidance.Support, reader),
            CardParts.Small($"{guidance.Edition.Note} Checked on {People.PracticeClock.Say(guidance.Edition.CheckedOn)}."),
        ],
        [
            new AdaptiveOpenUrlAction { Title = "Open the code of conduct", Url = guidance.CodeOfConduct.Source.Url },
            CardParts.Command("Report something", "report"),
        ]);
}
