using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Sdk.Tests.Schema;

namespace Sdk.Tests.Connector;

public sealed class ConversationsTests : IAsyncLifetime
{
    private const string ChannelThread = "19:general@thread.tacv2;messageid=1772442000123";
    private const string ChannelThreadInPath = "19%3Ageneral%40thread.tacv2%3Bmessageid%3D1772442000123";
    private LoopbackConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await LoopbackConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Fact]
    public async Task A_Conversation_Is_Created()
    {
        _connector.Answers(201, """{ "id": "a:new", "activityId": "1", "serviceUrl": "https://smba.trafficmanager.net/uk/" }""");
        using var client = _connector.Client();

        var created = await client.Conversations.CreateConversationAsync(
            new ConversationParameters { Members = [new ChannelAccount("29:sam")], TenantId = "t" });

        Assert.Equal(("a:new", "1"), (created.Id, created.ActivityId));
        Assert.Equal("https://smba.trafficmanager.net/uk/", created.ServiceUrl);
        var request = _connector.OnlyRequest;
        Assert.Equal(("POST", "/v3/conversations"), (request.Method, request.Target));
        Assert.Equal("29:sam", (string?)request.Json["members"]![0]!["id"]);
    }

    [Fact]
    public async Task A_Message_Is_Sent_To_A_Thread_Of_A_Channel()
    {
        _connector.Answers(201, """{ "id": "sent" }""");
        using var client = _connector.Client();

        var sent = await client.Conversations.SendToConversationAsync(ChannelThread, Samples.Message());

        Assert.Equal("sent", sent.Id);
        var request = _connector.OnlyRequest;
        Assert.Equal(("POST", $"/v3/conversations/{ChannelThreadInPath}/activities"), (request.Method, request.Target));
        Assert.Equal("application/json; charset=utf-8", request.ContentType);
        Assert.Equal("Bearer token-of-the-test", request.Headers["Authorization"]);
    }

    [Fact]
    public async Task What_Is_Sent_Is_Utf8_Without_Nulls()
    {
        using var client = _connector.Client();
        var activity = Samples.Message();
        activity.Text = "Ŵyn 🐑 \"quoted\" <b>\u2028\u0001" + new string('é', 5000);
        activity.Value = new { Choice = "yes", Nothing = (string?)null };
        activity.Timestamp = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1));

        await client.Conversations.SendToConversationAsync("a:chat", activity);

        var json = _connector.OnlyRequest.Json;
        Assert.Equal(activity.Text, (string?)json["text"]);
        Assert.Equal("""{"Choice":"yes"}""", json["value"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.False(json.ContainsKey("speak"));
        Assert.Equal("29:sam", (string?)json["from"]!["id"]);
        Assert.Contains("2026-03-02T10:00:00+01:00", _connector.OnlyRequest.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Reply_Is_Posted_Under_The_Activity()
    {
        using var client = _connector.Client();

        var sent = await client.Conversations.ReplyToActivityAsync(ChannelThread, "f:1/2", Samples.Message());

        Assert.Equal("made", sent.Id);
        Assert.Equal(
            ("POST", $"/v3/conversations/{ChannelThreadInPath}/activities/f%3A1%2F2"),
            (_connector.OnlyRequest.Method, _connector.OnlyRequest.Target));
    }

    [Fact]
    public async Task An_Activity_Is_Replaced()
    {
        using var client = _connector.Client();

        var updated = await client.Conversations.UpdateActivityAsync("a:chat", "1772442000999", Samples.Message());

        Assert.Equal("made", updated.Id);
        Assert.Equal(
            ("PUT", "/v3/conversations/a%3Achat/activities/1772442000999"),
            (_connector.OnlyRequest.Method, _connector.OnlyRequest.Target));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    public async Task An_Activity_Is_Deleted(int status)
    {
        _connector.Answers(status, "");
        using var client = _connector.Client();

        await client.Conversations.DeleteActivityAsync("a:chat", "1");

        Assert.Equal(
            ("DELETE", "/v3/conversations/a%3Achat/activities/1", ""),
            (_connector.OnlyRequest.Method, _connector.OnlyRequest.Target, _connector.OnlyRequest.Body));
    }

    [Fact]
    public async Task The_Members_Of_A_Conversation_Are_Listed()
    {
        _connector.Answers(200, """[ { "id": "29:a", "email": "a@practice.example" }, { "id": "29:b" } ]""");
        using var client = _connector.Client();

        var members = await client.Conversations.GetConversationMembersAsync("19:team@thread.tacv2");

        Assert.Equal(["29:a", "29:b"], members.Select(m => m.Id));
        Assert.Equal("a@practice.example", (string?)members[0].Properties["email"]);
        Assert.Equal("/v3/conversations/19%3Ateam%40thread.tacv2/members", _connector.OnlyRequest.Target);
    }

    [Fact]
    public async Task One_Member_Is_Found()
    {
        _connector.Answers(200, """{ "id": "29:a", "name": "Max" }""");
        using var client = _connector.Client();

        var member = await client.Conversations.GetConversationMemberAsync("29:a", "19:team@thread.tacv2");

        Assert.Equal("Max", member.Name);
        Assert.Equal("/v3/conversations/19%3Ateam%40thread.tacv2/members/29%3Aa", _connector.OnlyRequest.Target);
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(50, null, "?pageSize=50")]
    [InlineData(null, "a+b/c=", "?continuationToken=a%2Bb%2Fc%3D")]
    [InlineData(50, "next", "?pageSize=50&continuationToken=next")]
    public async Task Members_Come_In_Pages(int? size, string? token, string query)
    {
        _connector.Answers(200, """{ "continuationToken": "more", "members": [ { "id": "29:a" } ] }""");
        using var client = _connector.Client();

        var page = await client.Conversations.GetConversationPagedMembersAsync("19:team@thread.tacv2", size, token);

        Assert.Equal("more", page.ContinuationToken);
        Assert.Equal("29:a", page.Members.Single().Id);
        Assert.Equal($"/v3/conversations/19%3Ateam%40thread.tacv2/pagedmembers{query}", _connector.OnlyRequest.Target);
    }

    [Fact]
    public async Task A_Service_Url_With_A_Path_Keeps_It()
    {
        using var client = new ConnectorClient(
            new Uri(_connector.Address, "/uk"), null, _connector.Http(), disposeHttpClient: true);

        await client.Conversations.SendToConversationAsync("a:chat", Samples.Message());

        Assert.Equal("/uk/v3/conversations/a%3Achat/activities", _connector.OnlyRequest.Target);
        Assert.False(_connector.OnlyRequest.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task An_Answer_Without_A_Body_Is_No_Resource()
    {
        _connector.Answers(202, "");
        using var client = _connector.Client();

        Assert.Null(await client.Conversations.SendToConversationAsync("a:chat", Samples.Message()));
    }

    [Fact]
    public async Task The_Whole_Answer_Can_Be_Had_And_Headers_Can_Be_Added()
    {
        using var client = _connector.Client();
        var headers = new Dictionary<string, List<string>> { ["X-Trace"] = ["1"] };

        using var answer = await client.Conversations.SendToConversationWithHttpMessagesAsync("a:chat", Samples.Message(), headers);

        Assert.Equal(200, (int)answer.Response.StatusCode);
        Assert.Equal(HttpMethod.Post, answer.Request.Method);
        Assert.Equal("made", answer.Body.Id);
        Assert.Equal("1", _connector.OnlyRequest.Headers["X-Trace"]);
    }
}
