using Microsoft.Bot.Builder.Dialogs;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class StackTests
{
    private readonly List<string> _log = [];
    private readonly Chat _chat;

    public StackTests()
    {
        _chat = new Chat(() => [new Witness("first", _log), new Witness("second", _log) { Handles = "ours" }, new Witness("third", _log)]);
    }

    [Fact]
    public async Task The_Dialog_Begun_Last_Is_Active_And_Hands_Its_Result_Down()
    {
        await _chat.SayAsync("hello");
        await DoAsync(dc => dc.BeginDialogAsync("second", 2));
        await _chat.SayAsync("anything");
        await _chat.SayAsync("end");

        Assert.Equal(
            [
                "first begins with nothing", "second begins with 2", "second continues", "second continues",
                "second ends: EndCalled", "first resumes: EndCalled, from second",
            ],
            _log);
        Assert.Equal(DialogTurnStatus.Waiting, _chat.Result!.Status);
    }

    [Fact]
    public async Task The_Last_Result_Is_The_Result_Of_The_Turn()
    {
        await _chat.SayAsync("hello");
        await _chat.SayAsync("end");

        Assert.Equal(DialogTurnStatus.Complete, _chat.Result!.Status);
        Assert.Equal("from first", _chat.Result.Result);
        Assert.Empty(_chat.State!["dialogStack"]!);
    }

    [Fact]
    public async Task Cancelling_Ends_Every_Dialog_From_The_Top()
    {
        await BeginAllAsync();
        DialogTurnResult? result = null;
        await DoAsync(async dc => result = await dc.CancelAllDialogsAsync());

        Assert.Equal(DialogTurnStatus.Cancelled, result!.Status);
        Assert.Equal(["third ends: CancelCalled", "second ends: CancelCalled", "first ends: CancelCalled"], _log.Where(line => line.Contains("ends")));
        Assert.Empty(_chat.State!["dialogStack"]!);
    }

    [Fact]
    public async Task A_Dialog_That_Handles_The_Cancellation_Stops_It()
    {
        await BeginAllAsync();
        await DoAsync(dc => dc.CancelAllDialogsAsync(false, "ours"));

        Assert.Equal(["second", "first"], _chat.State!["dialogStack"]!.Select(instance => (string?)instance["id"]));
    }

    [Fact]
    public async Task Cancelling_Nothing_Is_Empty()
    {
        DialogTurnResult? result = null;
        await DoAsync(async dc => result = await dc.CancelAllDialogsAsync());

        Assert.Equal(DialogTurnStatus.Empty, result!.Status);
    }

    [Fact]
    public async Task Replacing_Leaves_The_Dialog_Below_Alone()
    {
        await _chat.SayAsync("hello");
        await DoAsync(dc => dc.BeginDialogAsync("second"));
        _log.Clear();
        await DoAsync(dc => dc.ReplaceDialogAsync("third", "this"));

        Assert.Equal(["second ends: ReplaceCalled", "third begins with this"], _log);
        Assert.Equal(["third", "first"], _chat.State!["dialogStack"]!.Select(instance => (string?)instance["id"]));
    }

    [Fact]
    public async Task Asking_Again_Reaches_The_Active_Dialog()
    {
        await _chat.SayAsync("hello");
        await DoAsync(dc => dc.RepromptDialogAsync());

        Assert.Equal(["first sees repromptDialog", "first asks again"], _log.Skip(1));
    }

    [Fact]
    public async Task An_Event_Is_Handled_Or_It_Is_Not()
    {
        await _chat.SayAsync("hello");
        await DoAsync(dc => dc.BeginDialogAsync("second"));
        var handled = new List<bool>();
        await DoAsync(async dc => handled.AddRange([await dc.EmitEventAsync("ours"), await dc.EmitEventAsync("theirs")]));

        Assert.Equal([true, false], handled);
    }

    [Fact]
    public async Task A_Dialog_That_Was_Never_Added_Cannot_Begin()
    {
        await _chat.SayAsync("hello");
        await DoAsync(async dc =>
        {
            var thrown = await Assert.ThrowsAnyAsync<Exception>(() => dc.BeginDialogAsync("missing"));
            Assert.Contains("'missing'", thrown.Message);
            await Assert.ThrowsAsync<ArgumentNullException>(() => dc.BeginDialogAsync(string.Empty));
            await Assert.ThrowsAsync<ArgumentNullException>(() => dc.PromptAsync("first", null));
        });

        Assert.Equal("first", (string?)_chat.State!["dialogStack"]!.Single()["id"]);
    }

    [Fact]
    public async Task A_Token_Is_Not_A_Result()
    {
        await _chat.SayAsync("hello");
        await DoAsync(async dc =>
        {
            await Assert.ThrowsAsync<ArgumentException>(() => dc.EndDialogAsync(CancellationToken.None));
            await Assert.ThrowsAsync<ArgumentException>(() => dc.ReplaceDialogAsync("second", CancellationToken.None));
        });
    }

    private async Task BeginAllAsync()
    {
        await _chat.SayAsync("hello");
        await DoAsync(dc => dc.BeginDialogAsync("second"));
        await DoAsync(dc => dc.BeginDialogAsync("third"));
        _log.Clear();
    }

    private Task DoAsync(Func<DialogContext, Task> action)
    {
        _chat.Instead = action;
        return _chat.SayAsync("anything");
    }
}
