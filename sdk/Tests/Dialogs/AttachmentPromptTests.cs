using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class AttachmentPromptTests
{
    private static readonly PromptOptions Options = new()
    {
        Prompt = MessageFactory.Text("Screenshots, please."),
        RetryPrompt = MessageFactory.Text("No file came with that."),
    };

    [Fact]
    public async Task Every_File_Of_The_Message_Is_Returned()
    {
        var chat = new Chat(() => new AttachmentPrompt("files"), Options);

        Assert.Equal("Screenshots, please.", await chat.HearAsync("hi"));
        await chat.SendAsync(Files.Message("one.png", "two.png"));

        var files = Assert.IsAssignableFrom<IList<Attachment>>(chat.Result!.Result);
        Assert.Equal(["one.png", "two.png"], files.Select(file => file.Name));
    }

    [Fact]
    public async Task Words_Are_Not_A_File()
    {
        var chat = new Chat(() => new AttachmentPrompt("files"), Options);

        await chat.SayAsync("hi");
        Assert.Equal("No file came with that.", await chat.HearAsync("here it is"));
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result!.Status);
    }

    [Fact]
    public async Task A_Validator_May_Accept_Words_Instead()
    {
        var chat = new Chat(
            () => new AttachmentPrompt("files", (context, _) =>
                Task.FromResult(context.Recognized.Succeeded || context.Context.Activity.Text == "none")),
            Options);

        await chat.SayAsync("hi");
        await chat.SayAsync("none");

        Assert.Equal(DialogTurnStatus.Complete, chat.Result!.Status);
        Assert.Null(chat.Result.Result);
    }
}
