namespace Microsoft.Bot.Builder;

/// <summary>What runs at the end of an adapter's pipeline.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
