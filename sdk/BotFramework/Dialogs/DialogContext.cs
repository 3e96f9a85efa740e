using System.Diagnostics;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog stack during one turn: what is on it, and the ways to change it.</summary>
[DebuggerDisplay("{GetType().Name}[{ActiveDialog?.Id}]")]
public class DialogContext
{
    private const string ActivityReceivedEmitted = "activityReceivedEmitted";

    private TurnContextStateCollection _services;

    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        Dialogs = dialogs ?? throw new ArgumentNullException(nameof(dialogs));
        Context = turnContext ?? throw new ArgumentNullException(nameof(turnContext));
        Stack = state.DialogStack;
    }

    /// <summary>A context inside another one, which sees the parent's dialogs and services too.</summary>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext?.Context, state)
    {
        Parent = parentDialogContext;
    }

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    /// <summary>The active dialog is the first.</summary>
    public List<DialogInstance> Stack { get; }

    public DialogContext Parent { get; set; }

    /// <summary>The context inside the active dialog; null unless that dialog is a container.</summary>
    public DialogContext Child =>
        ActiveDialog is { } instance && FindDialog(instance.Id) is DialogContainer container
            ? container.CreateChildContext(this)
            : null;

    /// <summary>Null when nothing is on the stack.</summary>
    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>Objects at the disposal of the dialogs, starting with those of the parent.</summary>
    public TurnContextStateCollection Services => _services ??= InheritedServices();

    /// <summary>Pushes a dialog of this set, or of a parent's, onto the stack and runs it.</summary>
    public async Task<DialogTurnResult> BeginDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfEmpty(dialogId, nameof(dialogId));

        var dialog = FindDialog(dialogId) ?? throw new ArgumentException(
            $"DialogContext.BeginDialogAsync(): A dialog with an id of '{dialogId}' wasn't found. "
            + "It must have been added to this dialog set or to a parent's; a ComponentDialog adds its dialogs with AddDialog().",
            nameof(dialogId));

        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
        return await dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Starts a prompt.</summary>
    public async Task<DialogTurnResult> PromptAsync(
        string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ThrowIfEmpty(dialogId, nameof(dialogId));
        ArgumentNullException.ThrowIfNull(options);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Gives the turn to the active dialog.</summary>
    /// <returns><see cref="DialogTurnStatus.Empty"/> when there is none.</returns>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        // Once a turn, the innermost dialog and its parents are told that something has arrived.
        if (Context.TurnState.TryAdd(ActivityReceivedEmitted, true))
        {
            await EmitEventAsync(DialogEvents.ActivityReceived, Context.Activity, true, true, cancellationToken);
        }

        if (ActiveDialog is not { } instance)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        var dialog = FindDialog(instance.Id) ?? throw new InvalidOperationException(
            $"Failed to continue dialog. A dialog with id {instance.Id} could not be found.");
        return await dialog.ContinueDialogAsync(this, cancellationToken);
    }

    /// <summary>Ends the active dialog and resumes the one below it with <paramref name="result"/>.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        Misplaced.Refuse(result, nameof(result));
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);

        if (ActiveDialog is not { } instance)
        {
            return new DialogTurnResult(DialogTurnStatus.Complete, result);
        }

        var dialog = FindDialog(instance.Id) ?? throw new InvalidOperationException(
            $"DialogContext.EndDialogAsync(): Can't resume previous dialog. A dialog with an id of '{instance.Id}' wasn't found.");
        return await dialog.ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken);
    }

    /// <summary>Cancels everything on this stack.</summary>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(false, null, null, cancellationToken);

    /// <summary>
    /// Cancels everything on this stack and, if asked, on the parents' stacks. After the first, each dialog is
    /// offered the event and stops the cancellation by handling it.
    /// </summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        Misplaced.Refuse(eventValue, nameof(eventValue));

        if (Stack.Count == 0 && Parent == null)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        var offer = false;
        var context = this;
        while (context != null)
        {
            if (context.Stack.Count == 0)
            {
                context = cancelParents ? context.Parent : null;
            }
            else if (offer && await context.EmitEventAsync(
                eventName ?? DialogEvents.CancelDialog, eventValue, false, false, cancellationToken))
            {
                break;
            }
            else
            {
                await context.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
            }

            offer = true;
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Ends the active dialog without resuming the one below it, and starts another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        Misplaced.Refuse(options, nameof(options));
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Makes the active dialog ask again.</summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        if (await EmitEventAsync(DialogEvents.RepromptDialog, null, false, false, cancellationToken)
            || ActiveDialog is not { } instance)
        {
            return;
        }

        var dialog = FindDialog(instance.Id) ?? throw new InvalidOperationException(
            $"DialogContext.RepromptDialogAsync(): Can't find a dialog with an id of '{instance.Id}'.");
        await dialog.RepromptDialogAsync(Context, instance, cancellationToken);
    }

    /// <summary>Looks in this set, then in the parents'.</summary>
    /// <returns>The dialog, or null.</returns>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>Offers an event to the active dialog and, if it bubbles, to its parents.</summary>
    /// <param name="name">The event's name; <see cref="DialogEvents"/> has the common ones.</param>
    /// <param name="value">Travels with the event.</param>
    /// <param name="bubble">Whether the parents are asked when the dialog does not handle it.</param>
    /// <param name="fromLeaf">Whether to begin with the innermost dialog instead of this context's.</param>
    /// <param name="cancellationToken">Cancels the handling.</param>
    /// <returns>True when somebody handled it.</returns>
    public async Task<bool> EmitEventAsync(
        string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        var context = fromLeaf ? Leaf() : this;
        if (context.ActiveDialog is not { } instance || context.FindDialog(instance.Id) is not { } dialog)
        {
            return false;
        }

        var dialogEvent = new DialogEvent { Name = name, Value = value, Bubble = bubble };
        return await dialog.OnDialogEventAsync(context, dialogEvent, cancellationToken);
    }

    private static void ThrowIfEmpty(string value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(parameter);
        }
    }

    private DialogContext Leaf()
    {
        var leaf = this;
        while (leaf.Child is { } child)
        {
            leaf = child;
        }

        return leaf;
    }

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } instance)
        {
            return;
        }

        // Only a dialog of this very set is told: one borrowed from a parent's set is ended by the parent.
        if (Dialogs.Find(instance.Id) is { } dialog)
        {
            await dialog.EndDialogAsync(Context, instance, reason, cancellationToken);
        }

        Stack.RemoveAt(0);
    }

    private TurnContextStateCollection InheritedServices()
    {
        var services = new TurnContextStateCollection();
        if (Parent != null)
        {
            foreach (var service in Parent.Services)
            {
                services[service.Key] = service.Value;
            }
        }

        return services;
    }
}
