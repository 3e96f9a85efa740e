using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Builder;

public sealed class TestFlowTests
{
    [Fact]
    public async Task A_Flow_That_Is_As_It_Should_Be_Ends_Well()
    {
        await Flow()
            .Test("one", "echo one")
            .Test("two", reply => Assert.Equal("echo two", reply.AsMessageActivity().Text))
            .Test("three", MessageFactory.Text(" echo three "))
            .Send("four").AssertReplyContains("four")
            .Send("five").AssertReplyOneOf(["echo four", "echo five"])
            .Send(MessageFactory.Text("six")).AssertReply(MessageFactory.Text("echo six"))
            .StartTestAsync();
    }

    [Fact]
    public async Task Steps_Run_One_After_The_Other()
    {
        var steps = new List<string>();
        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var flow = new TestFlow(new TestAdapter(), async (turn, _) =>
            {
                steps.Add(turn.Activity.Text);
                await answering.Task;
                await turn.SendActivityAsync("done");
            })
            .Test("one", _ => steps.Add("checked"))
            .Test("two", _ => steps.Add("checked"));
        Assert.Equal(["one"], steps);
        answering.SetResult();
        await flow.StartTestAsync();

        Assert.Equal(["one", "checked", "two", "checked"], steps);
    }

    [Theory]
    [InlineData(null, "echo two", "echo one")]
    [InlineData("it should echo", "it should echo", "echo one")]
    public async Task Another_Text_Fails_And_Says_What_Came(string? description, string first, string second)
    {
        var failure = await FailureOf(Flow().Test("one", "echo two", description));

        Assert.Contains(first, failure.Message, StringComparison.Ordinal);
        Assert.Contains(second, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Type_Fails()
    {
        var failure = await FailureOf(Flow().Send("one").AssertReply(new Activity { Type = ActivityTypes.Typing }, "shows typing"));

        Assert.Contains("Type should match", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_Of_The_Candidates_Fails() =>
        Assert.Contains("candidates", (await FailureOf(Flow().Send("one").AssertReplyOneOf(["a", "b"]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_Reply_Without_The_Words_Fails() =>
        Assert.Contains("echo one", (await FailureOf(Flow().Send("one").AssertReplyContains("two"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Silence_Where_A_Reply_Is_Due_Fails() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Flow().Test("silence", "anything", timeout: 20).StartTestAsync());

    [Fact]
    public async Task Silence_Where_Silence_Is_Due_Is_Well() => await Flow().Send("silence").AssertNoReply(timeout: 20).StartTestAsync();

    [Fact]
    public async Task A_Reply_Where_Silence_Is_Due_Fails() => await FailureOf(Flow().Send("one").AssertNoReply(timeout: 20));

    [Fact]
    public async Task What_A_Check_Throws_Is_What_The_Flow_Throws()
    {
        var error = new InvalidOperationException("mine");

        Assert.Same(error, await FailureOf(Flow().Test("one", _ => throw error)));
    }

    [Fact]
    public async Task What_The_Bot_Throws_Ends_The_Flow()
    {
        var reached = false;
        var flow = new TestFlow(new TestAdapter(), (_, _) => throw new InvalidOperationException("broken"))
            .Send("one")
            .AssertReply(_ => reached = true);

        Assert.Equal("broken", (await FailureOf(flow)).Message);
        Assert.False(reached);
    }

    [Fact]
    public async Task A_Whole_Conversation_Can_Be_Written_Down()
    {
        Activity Says(string text, string role) =>
            new() { Type = ActivityTypes.Message, Text = text, From = new ChannelAccount("x", role: role) };

        await Flow().Test([Says("one", "user"), Says("echo one", "bot"), Says("two", "user"), Says("echo two", "bot")]).StartTestAsync();
        await FailureOf(Flow().Test([Says("one", "user"), Says("echo two", "bot")]));
    }

    [Fact]
    public async Task The_User_Can_Just_Arrive()
    {
        await new TestFlow(new TestAdapter(), (turn, _) => turn.SendActivityAsync($"welcome {turn.Activity.MembersAdded[0].Id}"))
            .SendConversationUpdate()
            .AssertReply("welcome user1")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_Bot_Is_As_Good_As_A_Function() =>
        await new TestFlow(new TestAdapter(), new EchoBot()).Test("one", "echo one").StartTestAsync();

    private static TestFlow Flow() => new(new TestAdapter(), new EchoBot().OnTurnAsync);

    private static Task<Exception> FailureOf(TestFlow flow) => Assert.ThrowsAnyAsync<Exception>(flow.StartTestAsync);

    private sealed class EchoBot : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            turnContext.Activity.Text == "silence"
                ? Task.CompletedTask
                : turnContext.SendActivityAsync($"echo {turnContext.Activity.Text}", cancellationToken: cancellationToken);
    }
}
