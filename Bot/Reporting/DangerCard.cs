using System.Diagnostics;
using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Someone is in danger: what the reporter does now, and what those who are alerted do.</summary>
internal static class DangerCard
{
    public static AdaptiveCard ForReporter(Danger danger, Alerted alerted) => CardParts.Card(
        [
            Alarm(danger.Title, danger.Emergency),
            .. danger.Steps.Select(CardParts.Point),
            CardParts.Words(danger.NotEmergency),
            CardParts.Words($"{Say(alerted)} You can go on with the report below when you are safe: it is marked urgent."),
        ]);

    /// <param name="name">From the roster.</param>
    /// <param name="when">In the practice's zone.</param>
    public static AdaptiveCard ForApprover(string name, string when, Danger danger) => CardParts.Card(
        [
            Alarm("Someone may be in danger", danger.Emergency),
            .. CardParts.Typed($"{name} has told the Rowcroft bot that someone is in danger. Ring them now, or go to them. Do not wait for the report: they may not finish it."),
            CardParts.Fact("When", when),
            .. danger.Steps.Take(1).Select(CardParts.Point),
            CardParts.Words(danger.NotEmergency),
        ]);

    private static string Say(Alerted alerted) => alerted switch
    {
        Alerted.ManagerAndDeputy => "I have alerted the practice manager and the deputy.",
        Alerted.Manager => "I have alerted the practice manager.",
        Alerted.Deputy => "I have alerted the deputy.",
        Alerted.Partner => "I have alerted the GP partners.",
        Alerted.AsSoonAsTheyAreFound => "I alert the practice manager and the deputy as soon as I can reach them. Do not wait for that: tell a colleague now.",
        Alerted.Nobody => "I could not alert anybody, because nobody but you is set up for that. Please tell a colleague or a GP partner now.",
        _ => throw new UnreachableException(),
    };

    private static AdaptiveContainer Alarm(string title, string emergency) => new()
    {
        Style = AdaptiveContainerStyle.Attention,
        Bleed = true,
        Items =
        [
            CardParts.Heading(title),
            new AdaptiveTextBlock(emergency) { Wrap = true, Size = AdaptiveTextSize.Medium, Weight = AdaptiveTextWeight.Bolder },
        ],
    };
}
