using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Someone is in danger: what the reporter does now, and what those who are alerted do.</summary>
internal static class DangerCard
{
    public static AdaptiveCard ForReporter(Danger danger) => CardParts.Card(
        [
            Alarm(danger.Title, danger.Emergency),
            .. danger.Steps.Select(CardParts.Point),
            CardParts.Words(danger.NotEmergency),
            CardParts.Words("I have alerted the practice manager and the deputy. You can go on with the report below when you are safe: it is marked urgent."),
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
