namespace Microsoft.Bot.Builder;

/// <summary>Passes the turn on to the next middleware, or to the bot. Not calling it ends the turn there.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Sees every turn before the bot does, and again when the bot has finished.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
