using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class ConfirmPromptTests
{
    private static PromptOptions Options => new()
    {
        Prompt = MessageFactory.Text("Send it?"),
        RetryPrompt = MessageFactory.Text("Yes or no?"),
    };

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yes", true)]
    [InlineData("YES please", true)]
    [InlineData("y", true)]
    [InlineData("yep", true)]
    [InlineData("yeah, go on", true)]
    [InlineData("sure", true)]
    [InlineData("ok", true)]
    [InlineData("1", true)]
    [InlineData("no", false)]
    [InlineData("No!", false)]
    [InlineData("nope", false)]
    [InlineData("n", false)]
    [InlineData("not ok", false)]
    [InlineData("2", false)]
    [InlineData("the second", false)]
    public async Task Yes_And_No_Have_Many_Words(string words, bool answer)
    {
        var chat = new Chat(() => new ConfirmPrompt("sure"), Options);
        await chat.SayAsync("hi");
        await chat.SayAsync(words);

        Assert.Equal(answer, chat.Result!.Result);
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("nobody yesterday")]
    [InlineData("3")]
    public async Task What_Is_Neither_Is_Asked_Again(string words)
    {
        var chat = new Chat(() => new ConfirmPrompt("sure"), Options);
        await chat.SayAsync("hi");

        Assert.Equal("Yes or no? (1) Yes or (2) No", await chat.HearAsync(words));
    }

    [Fact]
    public async Task The_Two_Answers_Can_Be_Ones_Own()
    {
        var chat = new Chat(
            () => new ConfirmPrompt("sure") { ConfirmChoices = Tuple.Create(new Choice("Send"), new Choice("Keep")) }, Options);

        Assert.Equal("Send it? (1) Send or (2) Keep", await chat.HearAsync("hi"));
        await chat.SayAsync("keep");
        Assert.Equal(false, chat.Result!.Result);
    }

    [Fact]
    public async Task Without_Numbers_A_Number_Is_No_Answer()
    {
        var chat = new Chat(
            () => new ConfirmPrompt("sure") { ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false } }, Options);

        Assert.Equal("Send it? Yes or No", await chat.HearAsync("hi"));
        await chat.SayAsync("1");
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result!.Status);
    }

    [Fact]
    public async Task The_Validator_Sees_The_Answer()
    {
        var chat = new Chat(() => new ConfirmPrompt("sure", (context, _) => Task.FromResult(context.Recognized.Value)), Options);

        await chat.SayAsync("hi");
        await chat.SayAsync("no");
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result!.Status);
    }
}
