using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Shows that the bot is typing while it works on a message: first after <c>delay</c>, then every <c>period</c>
/// (milliseconds), until it says something or the turn ends.
/// </summary>
public class ShowTypingMiddleware : IMiddleware
{
    private readonly TimeSpan _delay;
    private readonly TimeSpan _period;

    public ShowTypingMiddleware(int delay = 500, int period = 2000)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        _delay = TimeSpan.FromMilliseconds(delay);
        _period = TimeSpan.FromMilliseconds(period);
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message || IsCalledByABot(turnContext))
        {
            await next(cancellationToken);
            return;
        }

        using var stop = new CancellationTokenSource();
        var typing = TypeUntilAsync(stop.Token, turnContext);
        turnContext.OnSendActivities(async (_, activities, send) =>
        {
            if (activities.Any(activity => activity.Type == ActivityTypes.Message))
            {
                await StopAsync();
            }

            return await send();
        });

        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await StopAsync();
        }

        // Waits for the loop, so that no typing can follow the message or outlive the turn.
        async Task StopAsync()
        {
            if (!stop.IsCancellationRequested)
            {
                await stop.CancelAsync();
            }

            await typing;
        }
    }

    /// <summary>A bot that called this one shows its own typing to the person.</summary>
    private static bool IsCalledByABot(ITurnContext turnContext) =>
        turnContext.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey)?.Claims.IsSkillClaim() == true;

    private async Task TypeUntilAsync(CancellationToken stopped, ITurnContext turnContext)
    {
        try
        {
            await Task.Delay(_delay, stopped);
            while (!stopped.IsCancellationRequested)
            {
                await SendTypingAsync(turnContext, stopped);
                await Task.Delay(_period, stopped);
            }
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // The bot has spoken, or the turn is over.
        }
#pragma warning disable CA1031 // Typing is a courtesy: whatever a channel finds wrong with it must not cost the answer.
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }
    }

    /// <summary>Past the hooks and the <see cref="ITurnContext.Responded"/> flag: typing is not an answer.</summary>
    private static Task SendTypingAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var typing = new Activity { Type = ActivityTypes.Typing, RelatesTo = turnContext.Activity.RelatesTo };
        typing.ApplyConversationReference(turnContext.Activity.GetConversationReference());
        return turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], cancellationToken);
    }
}
