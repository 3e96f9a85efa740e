using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class ComponentDialogTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task It_Begins_With_The_First_Dialog_Added_And_Returns_What_That_Returns()
    {
        var chat = new Chat(() => new ComponentDialog("name")
            .AddDialog(new WaterfallDialog("w", [Steps.Ask("text", "Name?"), Steps.End(step => step.Result)]))
            .AddDialog(new TextPrompt("text")));

        Assert.Equal("Name?", await chat.HearAsync("hi"));
        await chat.SayAsync("Ada");

        Assert.Equal(DialogTurnStatus.Complete, chat.Result!.Status);
        Assert.Equal("Ada", chat.Result.Result);
    }

    [Fact]
    public async Task Components_In_Components_Keep_Their_Stacks_Apart()
    {
        static ComponentDialog Ask(string id, string question, params Dialog[] more)
        {
            var component = new ComponentDialog(id);
            component.AddDialog(new WaterfallDialog("w",
            [
                Steps.Ask("text", question),
                .. more.Select(dialog => Steps.Begin(dialog.Id)),
                Steps.End(step => $"{id}:{step.Result}"),
            ]));
            component.AddDialog(new TextPrompt("text"));
            foreach (var dialog in more)
            {
                component.AddDialog(dialog);
            }

            return component;
        }

        var chat = new Chat(() => Ask("outer", "1?", Ask("middle", "2?", Ask("inner", "3?"))));

        Assert.Equal("1?", await chat.HearAsync("hi"));
        Assert.Equal("2?", await chat.HearAsync("a"));
        Assert.Equal("3?", await chat.HearAsync("b"));
        await chat.SayAsync("c");
        Assert.Equal("outer:middle:inner:c", chat.Result!.Result);
    }

    [Fact]
    public async Task A_Dialog_Of_The_Component_Around_It_Can_Be_Begun_From_Inside()
    {
        var chat = new Chat(() => new ComponentDialog("outer")
            .AddDialog(new ComponentDialog("inner").AddDialog(new WaterfallDialog("w",
            [
                Steps.Begin("theirs", "from inside"),
                Steps.Say(step => $"got {step.Result}"),
            ])))
            .AddDialog(new WaterfallDialog("theirs", [Steps.Say(step => $"called {step.Options}"), Steps.End(_ => "it")])));

        Assert.Equal("called from inside | got it", await chat.HearAsync("hi"));
    }

    [Fact]
    public async Task Help_And_Cancel_Interrupt_At_Any_Step()
    {
        var chat = new Chat(() => new Interruptible(_log));

        Assert.Equal("Name?", await chat.HearAsync("hi"));
        Assert.Equal("help", await chat.HearAsync("help"));
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result!.Status);
        Assert.Equal("Age?", await chat.HearAsync("Ada"));
        await chat.SayAsync("cancel");

        Assert.Empty(chat.State!["dialogStack"]!);
        Assert.Equal(["EndCalled"], _log);
        Assert.Equal("Name?", await chat.HearAsync("hi"));
    }

    [Fact]
    public async Task Cancelling_From_Outside_Tells_The_Component()
    {
        var chat = new Chat(() => new Interruptible(_log));
        await chat.SayAsync("hi");

        chat.Instead = dc => dc.CancelAllDialogsAsync();
        await chat.SayAsync("anything");

        Assert.Equal(["CancelCalled"], _log);
        Assert.Empty(chat.State!["dialogStack"]!);
    }

    [Fact]
    public async Task Asking_Again_Reaches_The_Prompt_Inside()
    {
        var chat = new Chat(() => new Interruptible(_log));
        await chat.SayAsync("hi");

        chat.Instead = dc => dc.RepromptDialogAsync();
        Assert.Equal("Name?", await chat.HearAsync("anything"));
        Assert.Equal(["asked again"], _log);
    }

    [Fact]
    public async Task It_Asks_Again_When_What_Was_Pushed_On_Top_Has_Ended()
    {
        var chat = new Chat(() => [new Interruptible(_log), new Witness("other", [])]);
        await chat.SayAsync("hi");

        chat.Instead = dc => dc.BeginDialogAsync("other");
        Assert.Equal("other here", await chat.HearAsync("anything"));
        Assert.Equal("Name?", await chat.HearAsync("end"));
    }

    [Fact]
    public async Task The_Child_Context_Shows_What_Is_Inside()
    {
        var chat = new Chat(() => new Interruptible(_log));
        await chat.SayAsync("hi");

        var seen = new List<string?>();
        chat.Instead = dc =>
        {
            seen.AddRange([dc.ActiveDialog.Id, dc.Child.ActiveDialog.Id, dc.Child.Parent.ActiveDialog.Id, dc.Child.FindDialog("w").Id]);
            Assert.Null(dc.Child.Child);
            return Task.CompletedTask;
        };
        await chat.SayAsync("anything");

        Assert.Equal(["interruptible", "text", "interruptible", "w"], seen);
    }

    [Fact]
    public async Task A_Changed_Dialog_Is_Noticed_Once()
    {
        var steps = 2;
        var chat = new Chat(() => new Versioned(steps, _log));
        await chat.SayAsync("hi");
        await chat.SendAsync(new(Microsoft.Bot.Schema.ActivityTypes.Event));
        Assert.Empty(_log);

        steps = 3;
        await chat.SendAsync(new(Microsoft.Bot.Schema.ActivityTypes.Event));
        await chat.SendAsync(new(Microsoft.Bot.Schema.ActivityTypes.Event));

        Assert.Equal(["versionChanged versioned"], _log);
    }

    private sealed class Interruptible : ComponentDialog
    {
        private readonly List<string> _log;

        public Interruptible(List<string> log)
            : base("interruptible")
        {
            _log = log;
            AddDialog(new TextPrompt("text"));
            AddDialog(new WaterfallDialog("w", [Steps.Ask("text", "Name?"), Steps.Ask("text", "Age?")]));
            InitialDialogId = "w";
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            switch (innerDc.Context.Activity.Text)
            {
                case "help":
                    await innerDc.Context.SendActivityAsync("help", cancellationToken: cancellationToken);
                    return EndOfTurn;
                case "cancel":
                    return await innerDc.CancelAllDialogsAsync(cancellationToken);
                default:
                    return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            }
        }

        protected override Task OnEndDialogAsync(
            ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            _log.Add(reason.ToString());
            return Task.CompletedTask;
        }

        protected override Task OnRepromptDialogAsync(
            ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
        {
            _log.Add("asked again");
            return Task.CompletedTask;
        }
    }

    private sealed class Versioned : ComponentDialog
    {
        private readonly List<string> _log;

        public Versioned(int steps, List<string> log)
            : base("versioned")
        {
            _log = log;
            AddDialog(new WaterfallDialog("w", Enumerable.Repeat(Steps.Ask("text", "Well?"), steps)));
            AddDialog(new TextPrompt("text"));
        }

        public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name == DialogEvents.VersionChanged)
            {
                _log.Add($"{e.Name} {e.Value}");
                return Task.FromResult(true);
            }

            return base.OnDialogEventAsync(dc, e, cancellationToken);
        }
    }
}
