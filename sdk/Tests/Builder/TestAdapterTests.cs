using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Builder;

public sealed class TestAdapterTests
{
    private readonly TestAdapter _adapter = new(TestAdapter.CreateConversation("Practice", user: "Ada", bot: "Helper"));

    [Fact]
    public async Task A_Message_Comes_From_The_User_Of_The_Conversation()
    {
        Activity? seen = null;

        await _adapter.SendTextToBotAsync("hi", (turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        }, default);

        Assert.Equal(("message", "hi", "en-us"), (seen!.Type, seen.Text, seen.Locale));
        Assert.Equal(("ada", "Ada", "helper"), (seen.From.Id, seen.From.Name, seen.Recipient.Id));
        Assert.Equal(("Practice", "test", "https://test.com"), (seen.Conversation.Id, seen.ChannelId, seen.ServiceUrl));
        Assert.NotNull(seen.Timestamp);
        Assert.NotNull(seen.LocalTimestamp);
    }

    [Fact]
    public async Task Every_Message_Has_An_Id_Of_Its_Own()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await _adapter.SendTextToBotAsync("hi", (turn, _) =>
            {
                ids.Add(turn.Activity.Id);
                return Task.CompletedTask;
            }, default);
        }

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_Sender_That_Is_Named_Is_Kept()
    {
        string? from = null;
        var activity = new Activity { Type = ActivityTypes.Message, From = new ChannelAccount("somebody") };

        await _adapter.ProcessActivityAsync(activity, (turn, _) =>
        {
            from = turn.Activity.From.Id;
            return Task.CompletedTask;
        });

        Assert.Equal("somebody", from);
    }

    [Fact]
    public async Task Replies_Are_Taken_In_Order_And_Traces_Only_When_Asked_For()
    {
        BotCallbackHandler bot = (turn, _) => turn.SendActivitiesAsync(
            [MessageFactory.Text("one"), Activity.CreateTraceActivity("inside"), MessageFactory.Text("two")]);

        await _adapter.SendTextToBotAsync("hi", bot, default);
        Assert.Equal(["one", "two"], Taken());
        Assert.Null(_adapter.GetNextReply());

        _adapter.EnableTrace = true;
        await _adapter.SendTextToBotAsync("hi", bot, default);
        Assert.Equal(["one", "trace", "two"], Taken());
    }

    [Fact]
    public async Task Replies_That_Nobody_Has_Taken_Can_Be_Replaced_And_Deleted()
    {
        await _adapter.SendTextToBotAsync("hi", async (turn, _) =>
        {
            var first = await turn.SendActivityAsync("first");
            var second = await turn.SendActivityAsync("second");
            await turn.SendActivityAsync("third");
            var better = MessageFactory.Text("better");
            better.Id = first.Id;
            Assert.Equal(first.Id, (await turn.UpdateActivityAsync(better)).Id);
            await turn.DeleteActivityAsync(second.Id);

            var unknown = MessageFactory.Text("unknown");
            unknown.Id = "never sent";
            Assert.Null((await turn.UpdateActivityAsync(unknown)).Id);
        }, default);

        Assert.Equal(["better", "third"], Taken());
    }

    [Fact]
    public async Task Whoever_Waits_Gets_The_Next_Reply()
    {
        var waiting = _adapter.GetNextReplyAsync();
        Assert.False(waiting.IsCompleted);

        await _adapter.SendTextToBotAsync("hi", (turn, _) => turn.SendActivityAsync("at last"), default);

        Assert.Equal("at last", (await waiting).AsMessageActivity().Text);
        Assert.Empty(_adapter.ActiveQueue);
    }

    [Fact]
    public async Task Whoever_Has_Stopped_Waiting_Takes_Nothing()
    {
        using var impatience = new CancellationTokenSource();
        var waiting = _adapter.GetNextReplyAsync(impatience.Token);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        await _adapter.SendTextToBotAsync("hi", (turn, _) => turn.SendActivityAsync("late"), default);

        Assert.Equal(["late"], Taken());
    }

    [Fact]
    public async Task A_New_Conversation_Starts_Empty()
    {
        await _adapter.SendTextToBotAsync("hi", (turn, _) => turn.SendActivityAsync("old"), default);
        string? type = null;

        await _adapter.CreateConversationAsync("test", (turn, _) =>
        {
            type = turn.Activity.Type;
            return turn.SendActivityAsync("new");
        }, default);

        Assert.Equal(ActivityTypes.ConversationUpdate, type);
        Assert.Equal(["new"], Taken());
    }

    [Fact]
    public async Task A_Conversation_Is_Continued_With_The_Same_User()
    {
        await _adapter.ContinueConversationAsync("app", _adapter.Conversation, (turn, _) => turn.SendActivityAsync("unasked"), default);

        var reply = _adapter.GetNextReply();
        Assert.Equal(("unasked", "ada"), (reply.AsMessageActivity().Text, reply.Recipient.Id));
    }

    private List<string> Taken()
    {
        var texts = new List<string>();
        while (_adapter.GetNextReply() is Activity reply)
        {
            texts.Add(reply.Text ?? reply.Type);
        }

        return texts;
    }
}
