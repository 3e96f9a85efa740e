using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Dialogs.Support;

/// <summary>
/// A user and a bot that is restarted between any two messages: each turn makes its dialogs anew and has nothing but
/// what the storage kept as text.
/// </summary>
internal sealed class Chat(Func<IEnumerable<Dialog>> dialogs, object? options = null, string channelId = "test")
{
    private readonly TextStorage _storage = new();
    private readonly TestAdapter _adapter = new(channelId);

    /// <summary>The first dialog is the one with which the conversation begins.</summary>
    public Chat(Func<Dialog> dialog, object? options = null, string channelId = "test")
        : this(() => [dialog()], options, channelId)
    {
    }

    public DialogTurnResult? Result { get; private set; }

    /// <summary>The stack at the end of the last turn, without type names.</summary>
    public JObject? State { get; private set; }

    /// <summary>Runs instead of continuing or beginning, once.</summary>
    public Func<DialogContext, Task>? Instead { get; set; }

    public string? ConversationType
    {
        set => _adapter.Conversation.Conversation.ConversationType = value;
    }

    public Task<List<Activity>> SayAsync(string? text) => SendAsync(new Activity(ActivityTypes.Message) { Text = text, Locale = "en-gb" });

    /// <returns>What the bot says, as text.</returns>
    public async Task<string> HearAsync(string? text) => string.Join(" | ", (await SayAsync(text)).Select(reply => reply.Text));

    public async Task<List<Activity>> SendAsync(Activity activity)
    {
        var state = new ConversationState(_storage);
        var accessor = state.CreateProperty<DialogState>("dialogs");
        await _adapter.ProcessActivityAsync(
            activity,
            async (turn, cancellationToken) =>
            {
                await RunAsync(turn, accessor, cancellationToken);
                State = JObject.FromObject(await accessor.GetAsync(turn, () => new DialogState(), cancellationToken));
                await state.SaveChangesAsync(turn, false, cancellationToken);
            },
            default);

        return [.. _adapter.ActiveQueue.DequeueAll()];
    }

    private async Task RunAsync(ITurnContext turn, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        var set = new DialogSet(accessor);
        var all = dialogs().ToList();
        all.ForEach(dialog => set.Add(dialog));

        var dc = await set.CreateContextAsync(turn, cancellationToken);
        if (Instead is { } action)
        {
            Instead = null;
            await action(dc);
            return;
        }

        Result = await dc.ContinueDialogAsync(cancellationToken);
        if (Result.Status == DialogTurnStatus.Empty)
        {
            Result = await dc.BeginDialogAsync(all[0].Id, options, cancellationToken);
        }
    }
}
