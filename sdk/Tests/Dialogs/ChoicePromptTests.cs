using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class ChoicePromptTests
{
    private static PromptOptions Options => new()
    {
        Prompt = MessageFactory.Text("Where?"),
        RetryPrompt = MessageFactory.Text("One of these, please:"),
        Choices =
        [
            new Choice("Facebook") { Synonyms = ["fb", "face book"] },
            new Choice("Instagram") { Synonyms = ["insta"] },
            new Choice("Google review"),
        ],
    };

    [Theory]
    [InlineData("Facebook", 0)]
    [InlineData("facebook", 0)]
    [InlineData("it was on FACEBOOK!", 0)]
    [InlineData("FB", 0)]
    [InlineData("on face book I think", 0)]
    [InlineData("insta", 1)]
    [InlineData("a google business review", 2)]
    [InlineData("2", 1)]
    [InlineData("number 3 please", 2)]
    [InlineData("two", 1)]
    [InlineData("first", 0)]
    [InlineData("the third one", 2)]
    [InlineData("2nd", 1)]
    public async Task A_Choice_May_Be_Named_In_Many_Ways(string words, int index)
    {
        var chat = new Chat(() => new ChoicePrompt("where"), Options);
        await chat.SayAsync("hi");
        await chat.SayAsync(words);

        var choice = Assert.IsType<FoundChoice>(chat.Result!.Result);
        Assert.Equal(index, choice.Index);
        Assert.Equal(Options.Choices[index].Value, choice.Value);
    }

    [Theory]
    [InlineData("somewhere else")]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("fourth")]
    [InlineData("the last one")]
    [InlineData("2.5")]
    public async Task What_Is_Not_A_Choice_Is_Asked_Again(string words)
    {
        var chat = new Chat(() => new ChoicePrompt("where"), Options);
        await chat.SayAsync("hi");

        Assert.StartsWith("One of these, please:", await chat.HearAsync(words), StringComparison.Ordinal);
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result!.Status);
    }

    [Theory]
    [InlineData(ListStyle.Inline, "Where? (1) Facebook, (2) Instagram, or (3) Google review")]
    [InlineData(ListStyle.List, "Where?\n\n   1. Facebook\n   2. Instagram\n   3. Google review")]
    [InlineData(ListStyle.None, "Where?")]
    public async Task Choices_Are_Listed_In_The_Text(ListStyle style, string text)
    {
        var asked = await AskAsync("test", style);
        Assert.Equal(text, asked.Text);
    }

    [Fact]
    public async Task Choices_Are_Buttons_That_Go_Away()
    {
        var asked = await AskAsync("test", ListStyle.SuggestedAction);

        Assert.Equal("Where?", asked.Text);
        Assert.Equal(["Facebook", "Instagram", "Google review"], asked.SuggestedActions.Actions.Select(action => action.Title));
        Assert.All(asked.SuggestedActions.Actions, action => Assert.Equal(ActionTypes.ImBack, action.Type));
    }

    [Fact]
    public async Task Choices_Are_Buttons_On_A_Card_Beside_What_The_Question_Already_Shows()
    {
        var options = Options;
        options.Prompt.Attachments = [new Attachment { ContentType = "text/plain", Content = "note" }];
        options.Style = ListStyle.HeroCard;
        var asked = Assert.Single(await new Chat(() => new ChoicePrompt("where"), options).SayAsync("hi"));

        Assert.Equal(["text/plain", HeroCard.ContentType], asked.Attachments.Select(attachment => attachment.ContentType));
        Assert.Equal(3, Assert.IsType<HeroCard>(asked.Attachments[1].Content).Buttons.Count);
    }

    [Fact]
    public async Task Teams_Shows_A_Card_In_A_Group_And_Suggestions_In_A_Private_Chat()
    {
        var group = await AskAsync("msteams", ListStyle.Auto, "groupChat");
        var own = await AskAsync("msteams", ListStyle.Auto, "personal");

        Assert.Equal("Where?", Assert.IsType<HeroCard>(Assert.Single(group.Attachments).Content).Text);
        Assert.Equal(3, own.SuggestedActions.Actions.Count);
        Assert.Equal(["user1"], own.SuggestedActions.To);
    }

    [Fact]
    public async Task The_Question_Does_Not_Grow_Each_Time_It_Is_Asked()
    {
        var options = Options;
        options.RetryPrompt = null;
        var chat = new Chat(() => new ChoicePrompt("where") { Style = ListStyle.HeroCard }, options);

        await chat.SayAsync("hi");
        await chat.SayAsync("what?");
        var third = Assert.Single(await chat.SayAsync("what?"));

        Assert.Single(third.Attachments);
    }

    [Fact]
    public async Task Numbers_And_Places_Can_Be_Turned_Off()
    {
        var chat = new Chat(
            () => new ChoicePrompt("where") { RecognizerOptions = new FindChoicesOptions { RecognizeNumbers = false, RecognizeOrdinals = false } },
            Options);
        await chat.SayAsync("hi");
        await chat.SayAsync("the first one");
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result!.Status);

        await chat.SayAsync("fb");
        Assert.Equal("fb", Assert.IsType<FoundChoice>(chat.Result!.Result).Synonym);
    }

    [Fact]
    public async Task The_Words_Between_The_Choices_Can_Be_Ones_Own()
    {
        var options = Options;
        var chat = new Chat(
            () => new ChoicePrompt("where")
            {
                Style = ListStyle.Inline,
                ChoiceOptions = new ChoiceFactoryOptions("; ", " / ", "; else ", false),
            },
            options);

        Assert.Equal("Where? Facebook; Instagram; else Google review", await chat.HearAsync("hi"));
    }

    private static async Task<Activity> AskAsync(string channelId, ListStyle style, string? conversationType = null)
    {
        var chat = new Chat(() => new ChoicePrompt("where") { Style = style }, Options, channelId) { ConversationType = conversationType };
        return Assert.Single(await chat.SayAsync("hi"));
    }
}
