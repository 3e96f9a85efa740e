using AdaptiveCards;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The first thing a person sees.</summary>
internal static class WelcomeCard
{
    public static AdaptiveCard Show(string practice) => CardParts.Card(
        [
            CardParts.Heading("Has somebody been unkind or abusive online?"),
            CardParts.Words($"If a post, review or message names or attacks you, a colleague or {practice}, tell me here. It takes about two minutes."),
            CardParts.Words("I pass it to the practice manager (or to the deputy alone, if it concerns the manager). You get a reference now, and an answer here when it is decided."),
            CardParts.Small("Is someone in danger now? Call 999 first."),
        ],
        [
            Report(),
            CardParts.Command("My reports", "my reports"),
            CardParts.Command("Guidance", "guidance"),
            CardParts.Command("Help", "help"),
        ]);

    private static AdaptiveSubmitAction Report()
    {
        var action = CardParts.Command("Report something", "report");
        action.Style = "positive";
        return action;
    }
}
