namespace Rowcroft.TeamsBot.Hosting;

/// <summary>What each turn goes through before it reaches the bot: it is traced, waits for a database, and for the turn before it in the same conversation.</summary>
internal sealed class TurnOrder(TurnTrace trace, WaitingRoom waiting, ConversationGate gate)
{
    public IReadOnlyList<Microsoft.Bot.Builder.IMiddleware> Steps => [trace, waiting, gate];
}
