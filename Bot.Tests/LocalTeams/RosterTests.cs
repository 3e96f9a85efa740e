using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;
using static Rowcroft.TeamsBot.Tests.LocalTeams.TeamsAndBot;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

public sealed class RosterTests
{
    private static readonly string Team = $"v3/conversations/{Uri.EscapeDataString(Practice.TeamId)}";

    [Fact]
    public async Task A_Member_Is_Described_As_Teams_Does()
    {
        await using var stage = await StartAsync();

        var (status, member) = await stage.CallAsync(HttpMethod.Get, $"{Team}/members/{Uri.EscapeDataString(Cast.Deputy.TeamsId)}");

        Assert.Equal(200, status);
        Assert.Equal(Cast.Deputy.TeamsId, (string?)member!["id"]);
        Assert.Equal(Cast.Deputy.ObjectId.ToString(), (string?)member["aadObjectId"]);
        Assert.Equal("Dr Sam Okafor", (string?)member["name"]);
        Assert.Equal(("Sam", "Okafor"), ((string?)member["givenName"], (string?)member["surname"]));
        Assert.Equal("sam.okafor@rowcroft-medical.example", (string?)member["userPrincipalName"]);
        Assert.Equal((string?)member["userPrincipalName"], (string?)member["email"]);
        Assert.Equal((Practice.TenantId, "user"), ((string?)member["tenantId"], (string?)member["userRole"]));
    }

    [Fact]
    public async Task The_Roster_Comes_In_Pages_And_Ends()
    {
        await using var stage = await StartAsync();
        List<string?> names = [];
        string? token = null;
        var pages = 0;
        do
        {
            var (_, page) = await stage.CallAsync(HttpMethod.Get, $"{Team}/pagedmembers?pageSize=3&continuationToken={token}");
            names.AddRange(page!["members"]!.AsArray().Select(member => (string?)member!["name"]));
            token = (string?)page["continuationToken"];
            pages++;
        }
        while (token is not null);

        Assert.Equal(2, pages);
        Assert.Equal(Cast.Staff.Select(person => person.Name), names);
    }

    [Fact]
    public async Task Any_Channel_Of_The_Team_Has_The_Same_Members()
    {
        await using var stage = await StartAsync();

        using var response = await stage.CallRawAsync(
            HttpMethod.Get, $"v3/conversations/{Uri.EscapeDataString(Practice.OnlineSafety.Id)}/members");

        var members = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
        Assert.Equal(Cast.Staff.Count, members.Count);
    }

    [Fact]
    public async Task A_Private_Chat_Has_One_Member()
    {
        await using var stage = await StartAsync();

        var (_, page) = await stage.CallAsync(HttpMethod.Get, $"v3/conversations/{Cast.Nurse.ChatId}/pagedmembers");

        Assert.Equal(Cast.Nurse.Name, (string?)Assert.Single(page!["members"]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task Somebody_Who_Is_Not_On_The_Roster_Is_Not_Found()
    {
        await using var stage = await StartAsync();

        var (status, body) = await stage.CallAsync(HttpMethod.Get, $"{Team}/members/{Uri.EscapeDataString(Cast.Stranger.TeamsId)}");

        Assert.Equal((404, "MemberNotFoundInConversation"), (status, Code(body)));
    }

    [Fact]
    public async Task A_New_Member_Is_On_The_Roster_And_The_Bot_Is_Told()
    {
        await using var stage = await StartAsync();

        await stage.Teams.Installer.JoinTeamAsync(Cast.Stranger, by: Cast.Manager);
        await stage.Teams.Installer.LeaveTeamAsync(Cast.Nurse, by: Cast.Manager);

        Assert.Contains(Cast.Stranger, stage.Teams.Roster.Members);
        Assert.DoesNotContain(Cast.Nurse, stage.Teams.Roster.Members);
        var told = stage.Bot.Received.TakeLast(2).ToList();
        Assert.Equal("teamMemberAdded", (string?)told[0]["channelData"]!["eventType"]);
        Assert.Equal(Cast.Stranger.TeamsId, (string?)told[0]["membersAdded"]![0]!["id"]);
        Assert.Equal("teamMemberRemoved", (string?)told[1]["channelData"]!["eventType"]);
        Assert.Equal(Cast.Nurse.TeamsId, (string?)told[1]["membersRemoved"]![0]!["id"]);
    }

    [Fact]
    public async Task The_Team_And_Its_Channels_Are_Described_As_Teams_Does()
    {
        await using var stage = await StartAsync();
        var path = $"v3/teams/{Uri.EscapeDataString(Practice.TeamId)}";

        var (_, team) = await stage.CallAsync(HttpMethod.Get, path);
        var (_, channels) = await stage.CallAsync(HttpMethod.Get, $"{path}/conversations");

        Assert.Equal((Practice.TeamName, Practice.TeamGroupId), ((string?)team!["name"], (string?)team["aadGroupId"]));
        Assert.Equal(Cast.Staff.Count, (int?)team["memberCount"]);
        var list = channels!["conversations"]!.AsArray();
        Assert.Equal(Practice.TeamId, (string?)list[0]!["id"]);
        Assert.Null(list[0]!["name"]);
        Assert.Equal("Online safety", (string?)list[1]!["name"]);
    }

    [Fact]
    public async Task A_Team_Without_The_Bot_Tells_It_Nothing()
    {
        await using var stage = await StartAsync();
        await stage.Teams.Installer.UninstallFromTeamAsync(Cast.Manager);

        Assert.Equal(403, (await stage.CallAsync(HttpMethod.Get, $"{Team}/pagedmembers")).Status);
        Assert.Equal(403, (await stage.CallAsync(HttpMethod.Get, $"v3/teams/{Uri.EscapeDataString(Practice.TeamId)}")).Status);
    }
}
