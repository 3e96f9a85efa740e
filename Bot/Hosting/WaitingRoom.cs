using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// What Teams sends before the bot can use its database. Somebody who writes or presses waits a few seconds, and is then told that nothing
/// was kept and when to try again. What nobody would send twice, such as that the bot was added to a team, waits as long as it takes.
/// </summary>
/// <remarks>No case can be lost here: a report is kept with its reference or the person is told that it is not.</remarks>
internal sealed class WaitingRoom(StartGate gate, TimeProvider time) : Microsoft.Bot.Builder.IMiddleware
{
    public const string NotYet =
        "I am just starting and cannot reach my records yet. Nothing you sent was kept. Please send it again in a few minutes. " +
        "If somebody is in danger, do not wait for me: call 999.";

    /// <summary>Teams hangs up after fifteen seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (!gate.IsOpen && !await OpensAsync(turnContext.Activity.Type, cancellationToken))
        {
            await turnContext.SendActivityAsync(Answer(turnContext.Activity.Type), cancellationToken);
            return;
        }

        await next(cancellationToken);
    }

    private async Task<bool> OpensAsync(string type, CancellationToken cancellationToken)
    {
        if (type is not (ActivityTypes.Message or ActivityTypes.Invoke))
        {
            await gate.Opened.WaitAsync(cancellationToken);
            return true;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(gate.Opened, Task.Delay(Patience, time, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return gate.IsOpen;
    }

    private static Activity Answer(string type) => type == ActivityTypes.Invoke
        ? InvokeReplies.AsActivity(InvokeReplies.Error(NotYet))
        : Greetings.AsMessage(NotYet);
}
