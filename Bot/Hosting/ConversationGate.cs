using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// One turn at a time for each conversation: a double press, or an activity that Teams delivers twice, waits for the first to be
/// finished and then meets what it left behind. Proactive turns (events) do not wait.
/// </summary>
internal sealed class ConversationGate : Microsoft.Bot.Builder.IMiddleware
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new();

    /// <summary>How many conversations have a turn running or waiting just now.</summary>
    public int Conversations => _gates.Count;

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke)
            || turnContext.Activity.Conversation?.Id is not { } conversation)
        {
            await next(cancellationToken);
            return;
        }

        var gate = Enter(conversation);
        try
        {
            await gate.Semaphore.WaitAsync(cancellationToken);
            try
            {
                await next(cancellationToken);
            }
            finally
            {
                gate.Semaphore.Release();
            }
        }
        finally
        {
            Leave(conversation, gate);
        }
    }

    private Gate Enter(string conversation)
    {
        while (true)
        {
            var gate = _gates.GetOrAdd(conversation, _ => new Gate());
            lock (gate)
            {
                if (!gate.Removed)
                {
                    gate.Waiting++;
                    return gate;
                }
            }
        }
    }

    private void Leave(string conversation, Gate gate)
    {
        lock (gate)
        {
            if (--gate.Waiting == 0)
            {
                gate.Removed = true;
                _gates.TryRemove(new KeyValuePair<string, Gate>(conversation, gate));
            }
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Waiting { get; set; }

        public bool Removed { get; set; }
    }
}
