using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using Sdk.Tests.Connector;

namespace Sdk.Tests.Builder.Teams;

/// <summary>The real connector client against a connector on this machine.</summary>
public sealed class TeamsInfoTests : IAsyncLifetime
{
    private const string Ada =
        """{"id":"ada","name":"Ada","aadObjectId":"oid","email":"ada@practice.example","userPrincipalName":"ada@tenant.example"}""";

    private readonly SpyAdapter _adapter = new();
    private LoopbackConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await LoopbackConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Theory]
    [InlineData("t", "/v3/conversations/t/members/ada")]
    [InlineData(null, "/v3/conversations/chat/members/ada")]
    public async Task A_Member_Is_Looked_Up_In_The_Team_Or_The_Chat(string? team, string target)
    {
        _connector.Answers(200, Ada);

        var member = await TeamsInfo.GetMemberAsync(Turn(team), "ada");

        Assert.Equal(target, _connector.OnlyRequest.Target);
        Assert.Equal(
            ("Ada", "oid", "ada@practice.example", "ada@tenant.example"),
            (member.Name, member.AadObjectId, member.Email, member.UserPrincipalName));
    }

    [Fact]
    public async Task A_Page_Of_Members_Brings_The_Way_To_The_Next()
    {
        _connector.Answers(200, $$"""{"continuationToken":"more","members":[{{Ada}}]}""");

        var page = await TeamsInfo.GetPagedMembersAsync(Turn("t"), 50, "from here");

        Assert.Equal("more", page.ContinuationToken);
        Assert.Equal("ada@practice.example", Assert.Single(page.Members).Email);
        Assert.Equal("/v3/conversations/t/pagedmembers?pageSize=50&continuationToken=from%20here", _connector.OnlyRequest.Target);
    }

    [Fact]
    public async Task Another_Team_Can_Be_Asked_About()
    {
        _connector.Answers(200, Ada);
        await TeamsInfo.GetTeamMemberAsync(Turn("t"), "ada", "other");
        _connector.Answers(200, """{"members":[]}""");
        await TeamsInfo.GetPagedTeamMembersAsync(Turn(null), "other");

        Assert.Equal(
            ["/v3/conversations/other/members/ada", "/v3/conversations/other/pagedmembers"],
            _connector.Received.Select(request => request.Target));
    }

    [Fact]
    public async Task A_Team_And_Its_Channels_Are_Described()
    {
        _connector.Answers(200, """{"id":"t","name":"Practice","memberCount":21}""");
        Assert.Equal("Practice", (await TeamsInfo.GetTeamDetailsAsync(Turn("t"))).Name);

        _connector.Answers(200, """{"conversations":[{"id":"t"},{"id":"c","name":"Incidents"}]}""");
        Assert.Equal(["t", "c"], (await TeamsInfo.GetTeamChannelsAsync(Turn("t"))).Select(channel => channel.Id));

        Assert.Equal(["/v3/teams/t", "/v3/teams/t/conversations"], _connector.Received.Select(request => request.Target));
    }

    [Fact]
    public async Task Outside_A_Team_There_Is_No_Team_To_Ask_About()
    {
        var turn = Turn(null);

        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetTeamDetailsAsync(turn));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetTeamChannelsAsync(turn));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await TeamsInfo.GetTeamMemberAsync(turn, "ada"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await TeamsInfo.GetPagedTeamMembersAsync(turn));
        Assert.Empty(_connector.Received);
    }

    [Fact]
    public async Task A_Turn_Without_A_Connector_Cannot_Ask() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await TeamsInfo.GetMemberAsync(new TurnContext(_adapter, Incoming.Message()), "ada"));

    [Fact]
    public async Task A_Newcomer_Is_Looked_Up_On_The_Roster()
    {
        _connector.Answers(200, Ada);

        var bot = await ArriveAsync();

        Assert.Equal("ada@practice.example", Assert.Single(bot.Members).Email);
        Assert.Equal("/v3/conversations/t/members/ada", _connector.OnlyRequest.Target);
    }

    [Fact]
    public async Task A_Newcomer_Who_Is_Gone_Again_Is_Reported_As_Far_As_Known()
    {
        _connector.Answers(404, """{"error":{"code":"ConversationNotFound","message":"gone"}}""");

        var bot = await ArriveAsync();

        Assert.Equal("ada", Assert.Single(bot.Members).Id);
    }

    [Fact]
    public async Task Any_Other_Refusal_Of_The_Roster_Is_An_Error()
    {
        _connector.Answers(403, """{"error":{"code":"BotNotInConversationRoster","message":"no"}}""");

        await Assert.ThrowsAsync<ErrorResponseException>(ArriveAsync);
    }

    [Fact]
    public async Task A_New_Thread_Is_Started_In_A_Channel()
    {
        var message = MessageFactory.Text("hello");

        var (reference, first) = await TeamsInfo.SendMessageToTeamsChannelAsync(Turn("t"), message, "c", "app");

        var created = Assert.Single(_adapter.Created);
        Assert.Same(message, created.Activity);
        Assert.True(created.IsGroup);
        Assert.Equal("c", (string?)JObject.FromObject(created.ChannelData).SelectToken("channel.id"));
        Assert.Equal(("new-thread", "first"), (reference.Conversation.Id, first));
        await Assert.ThrowsAsync<ArgumentNullException>(() => TeamsInfo.SendMessageToTeamsChannelAsync(Turn("t"), message, "", "app"));
    }

    [Fact]
    public void What_Teams_Says_About_An_Activity_Can_Be_Read()
    {
        IActivity activity = Turn("t").Activity;

        Assert.Equal(("t", "c"), (activity.TeamsGetTeamInfo().Id, activity.TeamsGetChannelId()));
        Assert.Null(Incoming.Message().TeamsGetTeamInfo());

        var message = MessageFactory.Text("look");
        message.TeamsNotifyUser();
        Assert.True(((TeamsChannelData)message.ChannelData).Notification.Alert);
    }

    private async Task<RecordingTeamsHandler> ArriveAsync()
    {
        var bot = new RecordingTeamsHandler();
        var turn = Turn("t");
        turn.Activity.Type = ActivityTypes.ConversationUpdate;
        turn.Activity.MembersAdded = [new ChannelAccount { Id = "ada" }];
        await bot.OnTurnAsync(turn);
        return bot;
    }

    private TurnContext Turn(string? team)
    {
        var activity = Incoming.Message();
        if (team != null)
        {
            activity.ChannelData = JObject.FromObject(new { team = new { id = team }, channel = new { id = "c" } });
        }

        var turn = new TurnContext(_adapter, activity);
        turn.TurnState.Add<IConnectorClient>(_connector.Client());
        return turn;
    }
}
