using System.Net;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Rest;

namespace Sdk.Tests.Connector;

public sealed class TeamsOperationsTests : IAsyncLifetime
{
    private LoopbackConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await LoopbackConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Fact]
    public async Task The_Channels_Of_A_Team_Are_Listed()
    {
        _connector.Answers(200, """{ "conversations": [ { "id": "19:team@thread.tacv2" }, { "id": "19:x@thread.tacv2", "name": "Incidents" } ] }""");
        using var client = _connector.TeamsClient();

        var list = await client.Teams.FetchChannelListAsync("19:team@thread.tacv2");

        Assert.Equal([null, "Incidents"], list.Conversations.Select(c => c.Name));
        Assert.Equal("19:team@thread.tacv2", list.Conversations[0].Id);
        var request = _connector.OnlyRequest;
        Assert.Equal(("GET", "/v3/teams/19%3Ateam%40thread.tacv2/conversations"), (request.Method, request.Target));
        Assert.Equal("Bearer token-of-the-test", request.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_Details_Of_A_Team_Are_Read()
    {
        _connector.Answers(200, """{ "id": "19:team@thread.tacv2", "name": "Practice", "aadGroupId": "g", "channelCount": 2, "memberCount": 21 }""");
        using var client = _connector.TeamsClient();

        var team = await client.Teams.FetchTeamDetailsAsync("19:team@thread.tacv2");

        Assert.Equal(("Practice", "g"), (team.Name, team.AadGroupId));
        Assert.Equal((2, 21), (team.ChannelCount, team.MemberCount));
        Assert.Equal("/v3/teams/19%3Ateam%40thread.tacv2", _connector.OnlyRequest.Target);
    }

    [Fact]
    public async Task A_Refusal_Is_An_Http_Error_With_Its_Text()
    {
        _connector.Answers(403, "no");
        using var client = _connector.TeamsClient();

        var ex = await Assert.ThrowsAsync<HttpOperationException>(() => client.Teams.FetchChannelListAsync("19:team"));

        Assert.Equal(HttpStatusCode.Forbidden, ex.Response.StatusCode);
        Assert.Equal("no", ex.Response.Content);
        Assert.Equal(HttpMethod.Get, ex.Request.Method);
    }

    [Fact]
    public async Task A_Team_Is_Required()
    {
        using var client = _connector.TeamsClient();

        var ex = await Assert.ThrowsAsync<ValidationException>(() => client.Teams.FetchTeamDetailsAsync(null));

        Assert.Equal("teamId", ex.Target);
    }
}
