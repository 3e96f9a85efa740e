namespace Microsoft.Bot.Builder;

/// <summary>Makes a middleware of a lambda.</summary>
public class AnonymousReceiveMiddleware : IMiddleware
{
    private readonly Func<ITurnContext, NextDelegate, CancellationToken, Task> _onTurn;

    public AnonymousReceiveMiddleware(Func<ITurnContext, NextDelegate, CancellationToken, Task> anonymousMethod)
    {
        ArgumentNullException.ThrowIfNull(anonymousMethod);
        _onTurn = anonymousMethod;
    }

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken) =>
        _onTurn(turnContext, next, cancellationToken);
}
