using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Connector;

/// <summary>The team and its channels.</summary>
internal static class TeamEndpoints
{
    public static void MapTeam(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v3/teams/{teamId}", Team).Can(ConnectorOperation.Team);
        app.MapGet("/v3/teams/{teamId}/conversations", Channels).Can(ConnectorOperation.Team);
    }

    private static IResult Team(string teamId, Installations installations, Roster roster) =>
        Refusal(teamId, installations) ?? Results.Json(new JsonObject
        {
            ["id"] = Practice.TeamId,
            ["name"] = Practice.TeamName,
            ["aadGroupId"] = Practice.TeamGroupId,
            ["tenantId"] = Practice.TenantId,
            ["type"] = "standard",
            ["channelCount"] = Practice.Channels.Count,
            ["memberCount"] = roster.Members.Count,
        });

    /// <summary>Teams leaves out the General channel's name, because each client shows it in its own language.</summary>
    private static IResult Channels(string teamId, Installations installations) =>
        Refusal(teamId, installations) ?? Results.Json(new JsonObject
        {
            ["conversations"] = new JsonArray([.. Practice.Channels.Select(channel => new JsonObject
            {
                ["id"] = channel.Id,
                ["name"] = channel == Practice.General ? null : channel.Name,
                ["type"] = "standard",
            })]),
        });

    private static IResult? Refusal(string teamId, Installations installations) =>
        teamId != Practice.TeamId ? ConnectorError.TeamNotFound
        : installations.InTeam ? null
        : ConnectorError.NotOnRoster;
}
