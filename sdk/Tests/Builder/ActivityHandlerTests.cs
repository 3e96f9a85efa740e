using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Builder;

public sealed class ActivityHandlerTests
{
    private readonly SpyAdapter _adapter = new();
    private readonly RecordingHandler _bot = new();

    [Theory]
    [InlineData("message", "message")]
    [InlineData("messageUpdate", "update")]
    [InlineData("messageDelete", "delete")]
    [InlineData("event", "event")]
    [InlineData("endOfConversation", "end")]
    [InlineData("typing", "typing")]
    [InlineData("command", "command")]
    [InlineData("commandResult", "command result")]
    [InlineData("somethingNew", "unrecognised")]
    [InlineData("handoff", "unrecognised")]
    public async Task Every_Type_Has_Its_Method(string type, string called)
    {
        await RunAsync(Incoming.Activity(type));

        Assert.Equal([called], _bot.Calls);
        Assert.Empty(_adapter.Sent);
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "uninstalled")]
    [InlineData("remove-upgrade", "uninstalled")]
    [InlineData("something", null)]
    [InlineData(null, null)]
    public async Task An_Installation_Is_An_Arrival_Or_A_Departure(string? action, string? called)
    {
        var activity = Incoming.Activity(ActivityTypes.InstallationUpdate);
        activity.Action = action;

        await RunAsync(activity);

        Assert.Equal(called == null ? [] : new[] { called }, _bot.Calls);
    }

    [Theory]
    [InlineData("a,b", "added a,b")]
    [InlineData("a,bot", "added a,bot")]
    [InlineData("bot", null)]
    public async Task Newcomers_Are_Reported_Unless_It_Is_Only_The_Bot(string ids, string? called)
    {
        var activity = Incoming.Activity(ActivityTypes.ConversationUpdate);
        activity.MembersAdded = Members(ids);

        await RunAsync(activity);

        Assert.Equal(called == null ? [] : new[] { called }, _bot.Calls);
    }

    [Theory]
    [InlineData("a", "removed a")]
    [InlineData("bot", null)]
    public async Task Leavers_Are_Reported_Unless_It_Is_Only_The_Bot(string ids, string? called)
    {
        var activity = Incoming.Activity(ActivityTypes.ConversationUpdate);
        activity.MembersRemoved = Members(ids);

        await RunAsync(activity);

        Assert.Equal(called == null ? [] : new[] { called }, _bot.Calls);
    }

    [Fact]
    public async Task Newcomers_Hide_Leavers_In_The_Same_Activity()
    {
        var activity = Incoming.Activity(ActivityTypes.ConversationUpdate);
        activity.MembersAdded = Members("a");
        activity.MembersRemoved = Members("b");

        await RunAsync(activity);

        Assert.Equal(["added a"], _bot.Calls);
    }

    [Fact]
    public async Task Reactions_Come_And_Go_In_One_Activity()
    {
        var activity = Incoming.Activity(ActivityTypes.MessageReaction);
        activity.ReactionsAdded = [new MessageReaction("like")];
        activity.ReactionsRemoved = [new MessageReaction("sad")];

        await RunAsync(activity);

        Assert.Equal(["reactions added", "reactions removed"], _bot.Calls);
    }

    [Fact]
    public async Task A_Token_Has_A_Method_Of_Its_Own()
    {
        var activity = Incoming.Activity(ActivityTypes.Event);
        activity.Name = "tokens/response";

        await RunAsync(activity);

        Assert.Equal(["token"], _bot.Calls);
    }

    [Fact]
    public async Task The_Handler_Sees_The_Turn_It_Was_Given()
    {
        ITurnContext? seen = null;
        var activity = Incoming.Message("hi");
        var context = new TurnContext(_adapter, activity);
        var bot = new ReplyingHandler(turn => seen = turn);

        await bot.OnTurnAsync(context, CancellationToken.None);

        Assert.Same(activity, seen!.Activity);
        Assert.Same(context.TurnState, seen.TurnState);
        Assert.Same(_adapter, seen.Adapter);
        Assert.True(context.Responded);
        Assert.True(seen.Responded);
        Assert.Equal("echo hi", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task A_Turn_Needs_An_Activity_With_A_Type()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _bot.OnTurnAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(new Activity()));
    }

    private static List<ChannelAccount> Members(string ids) => [.. ids.Split(',').Select(id => new ChannelAccount { Id = id })];

    private Task RunAsync(Activity activity) => _bot.OnTurnAsync(new TurnContext(_adapter, activity));

    private sealed class ReplyingHandler(Action<ITurnContext> look) : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            await turnContext.SendActivityAsync("echo " + turnContext.Activity.Text, cancellationToken: cancellationToken);
            look(turnContext);
        }
    }
}
