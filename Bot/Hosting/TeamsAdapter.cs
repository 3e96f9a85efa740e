using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// The one adapter of the process: each turn traced, none before there is a database, one at a time for each conversation, dialog state
/// saved after it, one error boundary.
/// </summary>
internal sealed class TeamsAdapter : CloudAdapter
{
    public TeamsAdapter(
        BotFrameworkAuthentication authentication,
        TurnOrder order,
        ConversationState state,
        TurnErrors errors,
        ILogger<TeamsAdapter> logger)
        : base(authentication, logger)
    {
        foreach (var step in order.Steps)
        {
            Use(step);
        }

        Use(new AutoSaveStateMiddleware(state));
        OnTurnError = errors.HandleAsync;
    }
}
