namespace Rowcroft.TeamsBot.People;

/// <summary>Teams cannot say at present who is on the roster.</summary>
internal sealed class RosterUnavailableException(Exception inner) : Exception("The roster cannot be read at present.", inner);
