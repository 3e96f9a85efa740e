namespace Rowcroft.TeamsBot.Storage;

/// <summary>The draft has become a case: nothing more is recorded for it, because the case would not know. Nothing was stored.</summary>
internal sealed class DraftSentException() : Exception("The draft has become a case");
