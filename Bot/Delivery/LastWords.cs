namespace Rowcroft.TeamsBot.Delivery;

/// <summary>
/// The one kind of message that goes out although the bot is in no team of the practice any more, to people's private chats: it says that,
/// and what becomes of what is kept.
/// </summary>
internal static class LastWords
{
    public const string Kind = "taken-out";
}
