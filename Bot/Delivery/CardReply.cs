using AdaptiveCards;
using Microsoft.Bot.Schema;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Answers to a press on a card.</summary>
internal static class CardReply
{
    /// <summary>Said to a press that no card of ours sends.</summary>
    public const string NotUnderstood = "I could not read that press, so nothing has changed. The card may be from an older version.";

    /// <summary>The card that takes the pressed card's place.</summary>
    public static AdaptiveCardInvokeResponse With(AdaptiveCard card) => new()
    {
        StatusCode = StatusCodes.Status200OK,
        Type = AdaptiveCard.ContentType,
        Value = card,
    };

    /// <summary>A sentence shown to the person who pressed; the card stays as it was.</summary>
    public static AdaptiveCardInvokeResponse Message(string sentence) => new()
    {
        StatusCode = StatusCodes.Status200OK,
        Type = "application/vnd.microsoft.activity.message",
        Value = sentence,
    };
}
