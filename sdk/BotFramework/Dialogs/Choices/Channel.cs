using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>What the channels can show.</summary>
public class Channel
{
    private const string OneToOne = "personal";

    /// <summary>Whether the channel shows that many suggested actions.</summary>
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100) =>
        SupportsSuggestedActions(channelId, buttonCnt, null);

    /// <inheritdoc cref="SupportsSuggestedActions(string, int)"/>
    /// <remarks>
    /// Teams shows three, and only in a chat with one person:
    /// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#send-suggested-actions.
    /// </remarks>
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt, string conversationType)
    {
        var most = channelId switch
        {
            Channels.Facebook or Channels.Skype => 10,
            Channels.Line => 13,
            Channels.Kik => 20,
            Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat => 100,
            Channels.Msteams when conversationType == OneToOne => 3,
            _ => -1,
        };
        return buttonCnt <= most;
    }

    /// <summary>Whether the channel shows that many buttons on a card.</summary>
    public static bool SupportsCardActions(string channelId, int buttonCnt = 100)
    {
        var most = channelId switch
        {
            Channels.Facebook or Channels.Skype => 3,
            Channels.Msteams => 50,
            Channels.Line => 99,
            Channels.Slack or Channels.Telegram or Channels.Emulator or Channels.Directline
                or Channels.DirectlineSpeech or Channels.Webchat or Channels.Cortana => 100,
            _ => -1,
        };
        return buttonCnt <= most;
    }

    /// <summary>Whether earlier messages stay in view.</summary>
    public static bool HasMessageFeed(string channelId) => channelId != Channels.Cortana;

    /// <summary>How many characters fit on a button.</summary>
    public static int MaxActionTitleLength(string channelId) => 20;

    /// <returns>The channel of this turn's activity; empty when it has none.</returns>
    public static string GetChannelId(ITurnContext turnContext) => turnContext.Activity.ChannelId ?? string.Empty;
}
