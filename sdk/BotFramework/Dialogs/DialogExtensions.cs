using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as the whole of a bot's turn.</summary>
public static class DialogExtensions
{
    /// <summary>
    /// Continues the conversation kept by <paramref name="accessor"/>, or starts <paramref name="dialog"/> when
    /// there is none.
    /// </summary>
    public static async Task RunAsync(
        this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet(accessor)
        {
            TelemetryClient = turnContext.TurnState.Get<IBotTelemetryClient>() ?? dialog.TelemetryClient,
        };
        dialogs.Add(dialog);

        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        foreach (var service in turnContext.TurnState)
        {
            dc.Services[service.Key] = service.Value;
        }

        await RunUntilNoErrorIsHandledAsync(dialog, dc, cancellationToken);
    }

    /// <summary>A dialog that handles an error has changed the stack; the turn goes on from there.</summary>
    private static async Task RunUntilNoErrorIsHandledAsync(Dialog dialog, DialogContext dc, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await RunOnceAsync(dialog, dc, cancellationToken);
                return;
            }
            catch (Exception error)
            {
                if (!await dc.EmitEventAsync(DialogEvents.Error, error, true, true, cancellationToken))
                {
                    throw;
                }
            }
        }
    }

    private static async Task RunOnceAsync(Dialog dialog, DialogContext dc, CancellationToken cancellationToken)
    {
        var calledByBot = IsCalledByAnotherBot(dc.Context);
        if (calledByBot && await ObeyCallerAsync(dc, cancellationToken))
        {
            return;
        }

        var result = await dc.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty)
        {
            result = await dc.BeginDialogAsync(dialog.Id, null, cancellationToken);
        }

        if (calledByBot && result.Status is DialogTurnStatus.Complete or DialogTurnStatus.Cancelled)
        {
            await dc.Context.SendActivityAsync(EndOfConversation(dc.Context, result), cancellationToken);
        }
    }

    /// <summary>Another bot may cancel the conversation it began with us, or ask for the question again.</summary>
    /// <returns>True when that is what the activity was.</returns>
    private static async Task<bool> ObeyCallerAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var activity = dc.Context.Activity;
        if (activity.Type == ActivityTypes.EndOfConversation)
        {
            if (dc.Stack.Count > 0)
            {
                await Innermost(dc).CancelAllDialogsAsync(true, cancellationToken: cancellationToken);
            }

            return true;
        }

        if (activity.Type == ActivityTypes.Event && activity.Name == DialogEvents.RepromptDialog)
        {
            if (dc.Stack.Count > 0)
            {
                await dc.RepromptDialogAsync(cancellationToken);
            }

            return true;
        }

        return false;
    }

    private static Activity EndOfConversation(ITurnContext turnContext, DialogTurnResult result) =>
        new(ActivityTypes.EndOfConversation)
        {
            Value = result.Result,
            Locale = turnContext.Activity.Locale,
            Code = result.Status == DialogTurnStatus.Complete
                ? EndOfConversationCodes.CompletedSuccessfully
                : EndOfConversationCodes.UserCancelled,
        };

    private static bool IsCalledByAnotherBot(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) is ClaimsIdentity identity
        && identity.Claims.IsSkillClaim();

    private static DialogContext Innermost(DialogContext dc) => dc.Child is { } child ? Innermost(child) : dc;
}
