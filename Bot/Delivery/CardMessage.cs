using AdaptiveCards;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

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

    public static Attachment AsAttachment(AdaptiveCard card)
    {
        // Dates in a card are text; they must not be read as instants and written in another form.
        using var reader = new JsonTextReader(new StringReader(card.ToJson())) { DateParseHandling = DateParseHandling.None };
        return new Attachment { ContentType = AdaptiveCard.ContentType, Content = JObject.Load(reader) };
    }

    private static Activity Message(string summary)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(summary);
        var activity = (Activity)Activity.CreateMessageActivity();
        activity.Summary = summary;
        activity.Speak = summary;
        return activity;
    }
}
