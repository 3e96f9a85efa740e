using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Newtonsoft.Json.Linq;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class PersistenceTests
{
    private static readonly PromptOptions Where = new()
    {
        Prompt = MessageFactory.Text("Where?"),
        Choices = [new Choice("Facebook"), new Choice("Instagram")],
    };

    [Fact]
    public async Task A_Conversation_With_Every_Kind_Of_Prompt_Survives_A_Restart_At_Every_Step()
    {
        var chat = new Chat(Report, new Draft { Reporter = "Ada", Seen = 7 });

        Assert.Equal("What?", await chat.HearAsync("hi"));
        Assert.Equal("Where? (1) Facebook or (2) Instagram", await chat.HearAsync("a post"));
        Assert.Equal("Where? (1) Facebook or (2) Instagram", await chat.HearAsync("somewhere"));
        Assert.Equal("Files?", await chat.HearAsync("2"));
        Assert.Equal("Sure? (1) Yes or (2) No", Assert.Single(await chat.SendAsync(Files.Message("one.png"))).Text);
        await chat.SayAsync("yes");

        Assert.Equal("Ada 7: a post on Instagram, True", chat.Result!.Result);
    }

    [Fact]
    public async Task The_Stack_Is_Kept_Under_The_Names_That_Other_Versions_Know()
    {
        var chat = new Chat(Report, new Draft { Reporter = "Ada" });
        await chat.SayAsync("hi");
        await chat.SayAsync("a post");
        await chat.SayAsync("somewhere");

        var outer = Assert.Single(chat.State!["dialogStack"]!);
        Assert.Equal("report", (string?)outer["id"]);
        Assert.False(string.IsNullOrEmpty((string?)outer["Version"]));

        var inner = outer["state"]!["dialogs"]!["dialogStack"]!;
        Assert.Equal(["choice", "w"], inner.Select(instance => (string?)instance["id"]));

        var prompt = inner[0]!["state"]!;
        Assert.Equal(1, (int?)prompt["state"]!["AttemptCount"]);
        Assert.Equal("Where?", (string?)prompt["options"]!["Prompt"]!["text"]);
        Assert.Equal("Instagram", (string?)prompt["options"]!["Choices"]![1]!["value"]);

        var waterfall = inner[1]!["state"]!;
        Assert.Equal(1, (int?)waterfall["stepIndex"]);
        Assert.Equal("Ada", (string?)waterfall["options"]!["Reporter"]);
        Assert.Equal("a post", (string?)waterfall["values"]!["what"]);
        Assert.True(Guid.TryParse((string?)waterfall["instanceId"], out _));
    }

    [Fact]
    public void A_Stack_Without_Anything_On_It_Is_An_Empty_List() =>
        Assert.Equal("{\"dialogStack\":[]}", JObject.FromObject(new DialogState()).ToString(Newtonsoft.Json.Formatting.None));

    [Fact]
    public void What_Was_Found_Keeps_Its_Names()
    {
        var json = JObject.FromObject(new FoundChoice { Value = "red", Index = 2, Score = 0.5f, Synonym = "crimson" });

        Assert.Equal(["value", "index", "score", "synonym"], json.Properties().Select(property => property.Name));
    }

    private static ComponentDialog Report() => new ComponentDialog("report")
        .AddDialog(new WaterfallDialog("w",
        [
            Steps.Ask("text", "What?"),
            (step, cancellationToken) =>
            {
                step.Values["what"] = step.Result;
                return step.PromptAsync("choice", Where, cancellationToken);
            },
            (step, cancellationToken) =>
            {
                step.Values["where"] = step.Result;
                return step.PromptAsync("files", Steps.Question("Files?"), cancellationToken);
            },
            Steps.Ask("confirm", "Sure?"),
            Steps.End(step =>
            {
                var draft = (Draft)step.Options;
                return $"{draft.Reporter} {draft.Seen}: {step.Values["what"]} on {((FoundChoice)step.Values["where"]).Value}, {step.Result}";
            }),
        ]))
        .AddDialog(new TextPrompt("text"))
        .AddDialog(new ChoicePrompt("choice"))
        .AddDialog(new AttachmentPrompt("files"))
        .AddDialog(new ConfirmPrompt("confirm"));

    internal sealed class Draft
    {
        public string? Reporter { get; set; }

        public int Seen { get; set; }
    }
}
