namespace Microsoft.Bot.Builder;

/// <summary>The code an adapter runs when every middleware has passed the turn on.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
