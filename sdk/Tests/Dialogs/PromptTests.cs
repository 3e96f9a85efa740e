using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class PromptTests
{
    private static readonly PromptOptions Options = new()
    {
        Prompt = MessageFactory.Text("Name?"),
        RetryPrompt = MessageFactory.Text("Please, your name?"),
        Validations = "at least 2 letters",
    };

    [Fact]
    public void A_Prompt_Needs_An_Id() => Assert.Throws<ArgumentNullException>(() => new TextPrompt(null));

    [Fact]
    public async Task A_Prompt_Needs_Something_To_Ask()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new Chat(() => new TextPrompt("text")).SayAsync("hi"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new Chat(() => new TextPrompt("text"), "text").SayAsync("hi"));
    }

    [Fact]
    public async Task The_Answer_Is_The_Result()
    {
        var chat = new Chat(() => new TextPrompt("text"), Options);

        var asked = Assert.Single(await chat.SayAsync("hi"));
        Assert.Equal("Name?", asked.Text);
        await chat.SayAsync(" Ada ");

        Assert.Equal(" Ada ", chat.Result!.Result);
    }

    [Fact]
    public async Task A_Question_Without_A_Hint_Expects_Input()
    {
        var options = new PromptOptions { Prompt = new Activity(ActivityTypes.Message) { Text = "Name?" } };
        var asked = Assert.Single(await new Chat(() => new TextPrompt("text"), options).SayAsync("hi"));

        Assert.Equal(InputHints.ExpectingInput, asked.InputHint);
    }

    [Fact]
    public async Task It_Asks_Again_Until_The_Validator_Agrees_And_Counts_The_Answers()
    {
        var seen = new List<string>();
        var chat = new Chat(
            () => new TextPrompt("text", (context, _) =>
            {
                seen.Add($"{context.AttemptCount} {context.Recognized.Value} {context.Options.Validations}");
                return Task.FromResult(context.Recognized.Value.Length >= 2);
            }),
            Options);

        Assert.Equal("Name?", await chat.HearAsync("hi"));
        Assert.Equal("Please, your name?", await chat.HearAsync("A"));
        Assert.Equal("Please, your name?", await chat.HearAsync("B"));
        Assert.Equal(string.Empty, await chat.HearAsync("Ada"));

        Assert.Equal("Ada", chat.Result!.Result);
        Assert.Equal(["1 A at least 2 letters", "2 B at least 2 letters", "3 Ada at least 2 letters"], seen);
    }

    [Fact]
    public async Task A_Validator_That_Answers_Itself_Is_Not_Repeated()
    {
        var chat = new Chat(
            () => new TextPrompt("text", async (context, cancellationToken) =>
            {
                await context.Context.SendActivityAsync("Not that.", cancellationToken: cancellationToken);
                return false;
            }),
            Options);

        await chat.SayAsync("hi");
        Assert.Equal("Not that.", await chat.HearAsync("A"));
    }

    [Fact]
    public async Task A_Validator_May_Replace_The_Answer()
    {
        var chat = new Chat(
            () => new TextPrompt("text", (context, _) =>
            {
                context.Recognized.Value = context.Recognized.Value.ToUpperInvariant();
                return Task.FromResult(true);
            }),
            Options);

        await chat.SayAsync("hi");
        await chat.SayAsync("ada");
        Assert.Equal("ADA", chat.Result!.Result);
    }

    [Fact]
    public async Task Without_A_Retry_The_Question_Is_Repeated()
    {
        var chat = new Chat(() => new TextPrompt("text", (_, _) => Task.FromResult(false)), Steps.Question("Name?"));

        await chat.SayAsync("hi");
        Assert.Equal("Name?", await chat.HearAsync("A"));
    }

    [Fact]
    public async Task What_Is_Not_A_Message_Is_Not_An_Answer()
    {
        var chat = new Chat(() => new TextPrompt("text"), Options);
        await chat.SayAsync("hi");

        Assert.Empty(await chat.SendAsync(new Activity(ActivityTypes.Event) { Name = "something" }));
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result!.Status);
    }

    [Fact]
    public async Task A_Submitted_Card_Has_No_Text_And_Is_Asked_Again()
    {
        var chat = new Chat(() => new TextPrompt("text"), Options);
        await chat.SayAsync("hi");

        var replies = await chat.SendAsync(new Activity(ActivityTypes.Message) { Value = new { verb = "send" } });
        Assert.Equal("Please, your name?", Assert.Single(replies).Text);
    }
}
