namespace Rowcroft.TeamsBot.Hosting;

/// <summary>An activity could not be taken, and nobody sits in front of it who would try again: Teams has to send it again.</summary>
internal sealed class NotTakenException(Exception inner) : Exception("The activity was not taken.", inner);
