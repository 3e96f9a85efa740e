using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class RunAsyncTests
{
    private readonly ConversationState _state = new(new TextStorage());
    private readonly TestAdapter _adapter = new();
    private ClaimsIdentity? _caller;

    [Fact]
    public async Task It_Begins_Continues_And_Begins_Anew()
    {
        Assert.Equal(["Name?"], await SayAsync("hi"));
        Assert.Equal(["Hello Ada"], await SayAsync("Ada"));
        Assert.Equal(["Name?"], await SayAsync("hi again"));
    }

    [Fact]
    public async Task A_Bot_Called_Over_A_Channel_Does_Not_End_The_Conversation()
    {
        _caller = new ClaimsIdentity([new("ver", "1.0"), new("aud", "our-app"), new("appid", "our-app")]);
        await SayAsync("hi");

        Assert.Equal(["Hello Ada"], await SayAsync("Ada"));
    }

    [Fact]
    public async Task A_Bot_Called_By_Another_Bot_Tells_It_The_End()
    {
        CalledByAnotherBot();
        await SayAsync("hi");

        Assert.Equal(["Hello Ada", "endOfConversation completedSuccessfully Ada"], await SayAsync("Ada"));
    }

    [Fact]
    public async Task The_Calling_Bot_May_Ask_For_The_Question_Again_Or_Cancel()
    {
        CalledByAnotherBot();
        await SayAsync("hi");

        Assert.Equal(["Name?"], await SendAsync(new Activity(ActivityTypes.Event) { Name = DialogEvents.RepromptDialog }));
        Assert.Empty(await SendAsync(new Activity(ActivityTypes.EndOfConversation)));
        Assert.Equal(["Name?"], await SayAsync("hi"));
    }

    [Fact]
    public async Task A_Dialog_May_Handle_Its_Own_Error()
    {
        var handled = new List<string>();
        var dialog = new Forgiving(handled);

        Assert.Equal(["started over"], await SendAsync(Message("hi"), dialog));
        Assert.Equal(["broken"], handled);
    }

    [Fact]
    public async Task An_Error_Nobody_Handles_Is_Thrown()
    {
        var dialog = new WaterfallDialog("w", [(_, _) => throw new InvalidOperationException("broken")]);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(Message("hi"), dialog));
        Assert.Equal("broken", thrown.Message);
    }

    private static Activity Message(string text) => new(ActivityTypes.Message) { Text = text, Locale = "en-gb" };

    private static ComponentDialog Greeting() => new ComponentDialog("greeting")
        .AddDialog(new WaterfallDialog("w",
        [
            Steps.Ask("text", "Name?"), Steps.Say(step => $"Hello {step.Result}"), Steps.End(step => step.Result),
        ]))
        .AddDialog(new TextPrompt("text"));

    private void CalledByAnotherBot() =>
        _caller = new ClaimsIdentity([new("ver", "2.0"), new("aud", "our-app"), new("azp", "their-app")]);

    private Task<List<string>> SayAsync(string text) => SendAsync(Message(text));

    private async Task<List<string>> SendAsync(Activity activity, Dialog? dialog = null)
    {
        await _adapter.ProcessActivityAsync(
            activity,
            async (turn, cancellationToken) =>
            {
                if (_caller != null)
                {
                    turn.TurnState[BotAdapter.BotIdentityKey] = _caller;
                }

                await (dialog ?? Greeting()).RunAsync(turn, _state.CreateProperty<DialogState>("dialogs"), cancellationToken);
                await _state.SaveChangesAsync(turn, false, cancellationToken);
            },
            default);

        return [.. _adapter.ActiveQueue.DequeueAll().Select(reply => reply.Type == ActivityTypes.Message
            ? reply.Text
            : $"{reply.Type} {reply.Code} {reply.Value}")];
    }

    private sealed class Forgiving : ComponentDialog
    {
        private readonly List<string> _handled;

        public Forgiving(List<string> handled)
            : base("forgiving")
        {
            _handled = handled;
            AddDialog(new WaterfallDialog("w",
            [
                (step, _) => _handled.Count == 0
                    ? throw new InvalidOperationException("broken")
                    : Say(step),
            ]));
        }

        public override async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name != DialogEvents.Error)
            {
                return await base.OnDialogEventAsync(dc, e, cancellationToken);
            }

            _handled.Add(((Exception)e.Value).Message);
            await dc.CancelAllDialogsAsync(cancellationToken);
            return true;
        }

        private static async Task<DialogTurnResult> Say(WaterfallStepContext step)
        {
            await step.Context.SendActivityAsync("started over");
            return EndOfTurn;
        }
    }
}
