namespace Rowcroft.TeamsBot.Hosting;

/// <summary>The bot cannot start; the message is one sentence for the person who starts it.</summary>
internal sealed class StartupException(string message) : Exception(message);
