using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Loopback;

/// <summary>Remembers the activity of every turn, then does what the test wants.</summary>
internal sealed class RecordingBot(Func<ITurnContext, CancellationToken, Task> onTurn) : IBot
{
    public RecordingBot()
        : this((_, _) => Task.CompletedTask)
    {
    }

    public ConcurrentQueue<Activity> Turns { get; } = new();

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Turns.Enqueue(turnContext.Activity);
        return onTurn(turnContext, cancellationToken);
    }
}
