namespace Rowcroft.TeamsBot.Storage;

/// <summary>The bot's identity gets no token with which to sign in to PostgreSQL.</summary>
internal sealed class DatabaseTokenException(Exception inner) : Exception(Sentence, inner)
{
    public const string Sentence =
        "The bot's managed identity (MicrosoftAppId) gets no token for PostgreSQL. Storage:ConnectionString has no password, so it needs one.";
}
