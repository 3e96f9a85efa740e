namespace Rowcroft.TeamsBot.Security;

/// <summary>The bot's certificate cannot be used. The message is the sentence for whoever starts the bot; it says nothing of the file's content.</summary>
internal sealed class BotCertificateException(string message) : Exception(message);
