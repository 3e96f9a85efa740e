namespace Rowcroft.TeamsBot.Custody;

/// <summary>Another instance has taken the night over: this one was too slow, and stops.</summary>
internal sealed class LeaseLostException() : Exception("Another instance makes this night's check.");
