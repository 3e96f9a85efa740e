using AdaptiveCards;
using Microsoft.Bot.Schema;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>
/// The one way to make an outgoing message. Teams shows the summary as the toast, on a locked phone too, and reads the speak text
/// aloud: both are one neutral sentence without a name or a quote, and never "sent a card".
/// </summary>
internal static class CardMessage
{
    /// <param name="summary">The lock-screen-safe sentence.</param>
    public static Activity For(AdaptiveCard card, string summary)
    {
        var activity = Message(summary);
        activity.Attachments = [AsAttachment(card)];
        return activity;
    }

    /// <param name="text">What the chat shows.</param>
    /// <param name="summary">The lock-screen-safe sentence.</param>
    public static Activity ForText(string text, string summary)
    {
        var activity = Message(summary);
        activity.Text = text;
        activity.TextFormat = TextFormatTypes.Plain;
        return activity;
    }

    /// <summary>The card itself is the content: it becomes JSON once, with the activity that carries it.</summary>
    public static Attachment AsAttachment(AdaptiveCard card) => new() { ContentType = AdaptiveCard.ContentType, Content = card };

    private static Activity Message(string summary)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(summary);
        var activity = (Activity)Activity.CreateMessageActivity();
        activity.Summary = summary;
        activity.Speak = summary;
        return activity;
    }
}
