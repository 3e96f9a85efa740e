using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class WaterfallTests
{
    [Fact]
    public async Task Steps_Run_In_Order_And_Find_The_Answer_To_The_One_Before()
    {
        var chat = new Chat(() =>
        [
            new WaterfallDialog("w",
            [
                Steps.Ask("text", "Name?"),
                Steps.Say(step => $"Hello {step.Result} ({step.Reason}, {step.Index})"),
                Steps.Ask("text", "Age?"),
                Steps.End(step => $"{step.Result} years"),
            ]),
            new TextPrompt("text"),
        ]);

        Assert.Equal("Name?", await chat.HearAsync("hi"));
        Assert.Equal("Hello Ada (EndCalled, 1) | Age?", await chat.HearAsync("Ada"));
        Assert.Equal(string.Empty, await chat.HearAsync("36"));
        Assert.Equal(DialogTurnStatus.Complete, chat.Result!.Status);
        Assert.Equal("36 years", chat.Result.Result);
    }

    [Fact]
    public async Task Values_And_Options_Last_As_Long_As_The_Waterfall()
    {
        static WaterfallStep Remember(string key, string question) => (step, cancellationToken) =>
        {
            step.Values[key] = step.Index;
            step.Values["answers"] = (step.Values.TryGetValue("answers", out var before) ? before : string.Empty) + $"{step.Result};";
            return step.PromptAsync("text", Steps.Question(question), cancellationToken);
        };
        var chat = new Chat(
            () =>
            [
                new WaterfallDialog("w",
                [
                    Remember("a", "1?"),
                    Remember("b", "2?"),
                    Steps.End(step => $"{step.Options}: {step.Values["a"]}{step.Values["b"]} {step.Values["answers"]}"),
                ]),
                new TextPrompt("text"),
            ],
            "options");

        await chat.SayAsync("hi");
        await chat.SayAsync("one");
        await chat.SayAsync("two");

        Assert.Equal("options: 01 ;one;", chat.Result!.Result);
    }

    [Fact]
    public async Task A_Step_May_Wait_Without_A_Prompt()
    {
        static Task<DialogTurnResult> Wait(WaterfallStepContext step, CancellationToken cancellationToken) =>
            Task.FromResult(Dialog.EndOfTurn);
        var chat = new Chat(() => new WaterfallDialog("w").AddStep(Wait).AddStep(Steps.End(step => $"{step.Reason}: {step.Result}")));

        await chat.SayAsync("hi");
        await chat.SayAsync("typed");

        Assert.Equal("ContinueCalled: typed", chat.Result!.Result);
    }

    [Fact]
    public async Task What_Is_Not_A_Message_Does_Not_Move_It()
    {
        static Task<DialogTurnResult> Wait(WaterfallStepContext step, CancellationToken cancellationToken) =>
            Task.FromResult(Dialog.EndOfTurn);
        var chat = new Chat(() => new WaterfallDialog("w", [Wait, Steps.End(step => "moved")]));

        await chat.SayAsync("hi");
        await chat.SendAsync(new Activity(ActivityTypes.Event) { Name = "something" });
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result!.Status);

        await chat.SayAsync("now");
        Assert.Equal("moved", chat.Result.Result);
    }

    [Fact]
    public async Task After_The_Last_Step_It_Ends_With_What_It_Was_Given()
    {
        var chat = new Chat(() => new WaterfallDialog("w", [Steps.Say(_ => "only step")]));

        Assert.Equal("only step", await chat.HearAsync("hi"));
        Assert.Equal(DialogTurnStatus.Complete, chat.Result!.Status);
    }

    [Fact]
    public async Task Next_Can_Be_Called_Once_A_Step()
    {
        var chat = new Chat(() => new WaterfallDialog("w",
        [
            async (step, cancellationToken) =>
            {
                await step.NextAsync("once", cancellationToken);
                return await step.NextAsync("twice", cancellationToken);
            },
            (step, _) => Task.FromResult(Dialog.EndOfTurn),
        ]));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => chat.SayAsync("hi"));
        Assert.Contains("already called", thrown.Message);
    }

    [Fact]
    public void A_Step_Is_Something() => Assert.Throws<ArgumentNullException>(() => new WaterfallDialog("w").AddStep(null));

    [Fact]
    public async Task A_Loop_Replaces_Itself()
    {
        var chat = new Chat(() =>
        [
            new WaterfallDialog("w",
            [
                Steps.Ask("text", "Another?"),
                (step, cancellationToken) => (string)step.Result == "yes"
                    ? step.ReplaceDialogAsync("w", (int?)step.Options + 1, cancellationToken)
                    : step.EndDialogAsync(step.Options, cancellationToken),
            ]),
            new TextPrompt("text"),
        ]);

        Assert.Equal("Another?", await chat.HearAsync("hi"));
        Assert.Equal("Another?", await chat.HearAsync("yes"));
        Assert.Equal(2, chat.State!["dialogStack"]!.Count());
        Assert.Equal("Another?", await chat.HearAsync("yes"));
        Assert.Equal(2, chat.State!["dialogStack"]!.Count());
        await chat.SayAsync("no");
        Assert.Equal(DialogTurnStatus.Complete, chat.Result!.Status);
    }
}
