using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Builder;

public sealed class TurnContextTests
{
    private readonly SpyAdapter _adapter = new();
    private readonly TurnContext _turn;

    public TurnContextTests() => _turn = new TurnContext(_adapter, Incoming.Message());

    [Fact]
    public async Task A_Reply_Goes_Where_The_Message_Came_From()
    {
        var response = await _turn.SendActivityAsync("hi", "spoken", InputHints.ExpectingInput);

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("hi", "spoken", InputHints.ExpectingInput), (sent.Text, sent.Speak, sent.InputHint));
        Assert.Equal(("bot", "user", "chat"), (sent.From.Id, sent.Recipient.Id, sent.Conversation.Id));
        Assert.Equal(("msteams", "https://channel.example/", "incoming"), (sent.ChannelId, sent.ServiceUrl, sent.ReplyToId));
        Assert.Equal("sent-1", response.Id);
        Assert.Equal("sent-1", sent.Id);
    }

    [Fact]
    public async Task A_Trace_Is_Not_A_Response()
    {
        Assert.False(_turn.Responded);

        await _turn.SendActivityAsync(Activity.CreateTraceActivity("inside"));
        Assert.False(_turn.Responded);

        await _turn.SendActivitiesAsync([Activity.CreateTraceActivity("inside"), Incoming.Message()]);
        Assert.True(_turn.Responded);

        await _turn.SendActivityAsync(Activity.CreateTraceActivity("inside"));
        Assert.True(_turn.Responded);
    }

    [Fact]
    public async Task Hooks_Run_In_The_Order_They_Were_Added_And_Back()
    {
        var steps = new List<string>();
        _turn.OnSendActivities(async (_, activities, next) =>
        {
            steps.Add("first in");
            activities.Add(Incoming.Message("more"));
            var responses = await next();
            steps.Add($"first out {responses.Length}");
            return responses;
        });
        _turn.OnSendActivities(async (_, activities, next) =>
        {
            steps.Add($"second in {activities.Count}");
            var responses = await next();
            steps.Add("second out");
            return responses;
        });

        await _turn.SendActivityAsync("hi");

        Assert.Equal(["first in", "second in 2", "second out", "first out 2"], steps);
        Assert.Equal(["hi", "more"], _adapter.Sent.Select(activity => activity.Text));
    }

    [Fact]
    public async Task A_Hook_Can_Keep_A_Message_Back()
    {
        _turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>(null!));

        var response = await _turn.SendActivityAsync("hi");

        Assert.Null(response.Id);
        Assert.Empty(_adapter.Sent);
        Assert.False(_turn.Responded);
    }

    [Fact]
    public async Task An_Update_Passes_Its_Hooks_And_Keeps_Its_Id()
    {
        _turn.OnUpdateActivity((_, activity, next) =>
        {
            activity.Text += " and changed";
            return next();
        });

        var response = await _turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = "old", Text = "new" });

        var updated = Assert.Single(_adapter.Updated);
        Assert.Equal("old", response.Id);
        Assert.Equal(("old", "new and changed"), (updated.Id, updated.Text));
        Assert.Equal(("chat", "bot"), (updated.Conversation.Id, updated.From.Id));
        Assert.False(_turn.Responded);
    }

    [Fact]
    public async Task An_Update_Can_Be_Kept_Back()
    {
        _turn.OnUpdateActivity((_, _, _) => Task.FromResult(new ResourceResponse("kept")));

        Assert.Equal("kept", (await _turn.UpdateActivityAsync(Incoming.Message())).Id);
        Assert.Empty(_adapter.Updated);
    }

    [Fact]
    public async Task A_Deletion_Passes_Its_Hooks()
    {
        await _turn.DeleteActivityAsync("one");
        _turn.OnDeleteActivity((_, reference, next) =>
        {
            reference.ActivityId += "-changed";
            return next();
        });
        _turn.OnDeleteActivity(
            (_, reference, next) => reference.ActivityId.StartsWith("keep", StringComparison.Ordinal) ? Task.CompletedTask : next());
        await _turn.DeleteActivityAsync("two");
        await _turn.DeleteActivityAsync(new ConversationReference { ActivityId = "three" });
        await _turn.DeleteActivityAsync("keep");

        Assert.Equal(["one", "two-changed", "three-changed"], _adapter.Deleted);
    }

    [Fact]
    public async Task Replies_Are_Buffered_For_A_Caller_Who_Wants_Them_In_The_Response()
    {
        var activity = Incoming.Message();
        activity.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = new TurnContext(_adapter, activity);

        var response = await turn.SendActivityAsync("hi");

        Assert.Null(response.Id);
        Assert.Empty(_adapter.Sent);
        Assert.Equal("hi", Assert.Single(turn.BufferedReplyActivities).Text);
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task A_Turn_About_Another_Activity_Shares_Everything_Else()
    {
        await _turn.SendActivityAsync("hi");
        _turn.TurnState.Add("key", "value");
        var hooked = 0;
        _turn.OnSendActivities((_, _, next) =>
        {
            hooked++;
            return next();
        });

        var other = new TurnContext(_turn, Incoming.Message("other"));
        await other.SendActivityAsync("from the other");

        Assert.Equal("other", other.Activity.Text);
        Assert.Equal("value", other.TurnState.Get<string>("key"));
        Assert.True(other.Responded);
        Assert.Equal(1, hooked);
    }

    [Fact]
    public async Task A_Turn_That_Is_Over_Cannot_Be_Used()
    {
        _turn.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _turn.SendActivityAsync("late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _turn.UpdateActivityAsync(Incoming.Message()));
        Assert.Throws<ObjectDisposedException>(() => _turn.TurnState.Get<string>("key"));
        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public async Task Nothing_Cannot_Be_Sent()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turn.SendActivityAsync(" "));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turn.SendActivityAsync((IActivity)null!));
        await Assert.ThrowsAsync<ArgumentException>(() => _turn.SendActivitiesAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turn.DeleteActivityAsync(" "));
    }
}
