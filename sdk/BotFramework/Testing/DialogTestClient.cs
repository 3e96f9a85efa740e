using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Testing;

/// <summary>Talks to one dialog, as a user would, without a bot around it.</summary>
public class DialogTestClient
{
    private readonly TestAdapter _adapter;
    private readonly Dialog _dialog;
    private readonly object _options;
    private readonly IStatePropertyAccessor<DialogState> _dialogState;

    /// <param name="channelId">The channel on which the user seems to be.</param>
    /// <param name="targetDialog">The dialog under test.</param>
    /// <param name="initialDialogOptions">Passed to the dialog when it begins.</param>
    /// <param name="middlewares">Run around every turn, in this order.</param>
    /// <param name="conversationState">Where the stack is kept; by default in memory.</param>
    public DialogTestClient(
        string channelId,
        Dialog targetDialog,
        object initialDialogOptions = null,
        IEnumerable<IMiddleware> middlewares = null,
        ConversationState conversationState = null)
        : this(new TestAdapter(channelId), targetDialog, initialDialogOptions, middlewares, conversationState)
    {
    }

    public DialogTestClient(
        TestAdapter testAdapter,
        Dialog targetDialog,
        object initialDialogOptions = null,
        IEnumerable<IMiddleware> middlewares = null,
        ConversationState conversationState = null)
    {
        ConversationState = conversationState ?? new ConversationState(new MemoryStorage());
        _dialogState = ConversationState.CreateProperty<DialogState>("DialogState");
        _dialog = targetDialog;
        _options = initialDialogOptions;

        _adapter = testAdapter.Use(new AutoSaveStateMiddleware(ConversationState));
        foreach (var middleware in middlewares ?? [])
        {
            _adapter.Use(middleware);
        }
    }

    /// <summary>The context of the last turn; null before the first.</summary>
    public DialogContext DialogContext { get; private set; }

    /// <summary>How the last turn ended; null before the first.</summary>
    public DialogTurnResult DialogTurnResult { get; private set; }

    public ConversationState ConversationState { get; }

    /// <returns>The bot's first reply that was not read yet, or null.</returns>
    public virtual async Task<T> SendActivityAsync<T>(Activity activity, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await _adapter.ProcessActivityAsync(activity, RunTurnAsync, cancellationToken);
        return GetNextReply<T>();
    }

    /// <inheritdoc cref="SendActivityAsync{T}(Activity, CancellationToken)"/>
    public virtual async Task<T> SendActivityAsync<T>(string text, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await _adapter.SendTextToBotAsync(text, RunTurnAsync, cancellationToken);
        return GetNextReply<T>();
    }

    /// <returns>The next of the bot's replies, or null when all were read.</returns>
    public virtual T GetNextReply<T>()
        where T : IActivity => (T)_adapter.GetNextReply();

    private async Task RunTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet(_dialogState).Add(_dialog);
        DialogContext = await dialogs.CreateContextAsync(turnContext, cancellationToken);

        DialogTurnResult = await DialogContext.ContinueDialogAsync(cancellationToken);
        if (DialogTurnResult.Status == DialogTurnStatus.Empty)
        {
            DialogTurnResult = await DialogContext.BeginDialogAsync(_dialog.Id, _options, cancellationToken);
        }
    }
}
