using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>The part of Teams' connector that a second team needs: who is in it, which channels it has, and what the bot posts there.</summary>
internal sealed class SecondTeam : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IReadOnlyList<Person> _members;
    private int _ids;

    private SecondTeam(WebApplication app, IReadOnlyList<Person> members) => (_app, _members) = (app, members);

    public string ServiceUrl => _app.Urls.Single() + "/";

    /// <summary>Teams cannot say at present who is in the team.</summary>
    public bool IsSilent { get; set; }

    /// <summary>What was posted in a channel: the channel's id, and the message as JSON.</summary>
    public ConcurrentQueue<(string Channel, string Message)> Posts { get; } = new();

    public static async Task<SecondTeam> StartAsync(string id, params Person[] members)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var team = new SecondTeam(builder.Build(), members);
        team._app.MapGet("/v3/conversations/{conversation}/pagedmembers", team.ListMembers);
        team._app.MapGet("/v3/teams/{team}/conversations", () => Json(new JsonObject { ["conversations"] = new JsonArray(new JsonObject { ["id"] = id }) }));
        team._app.MapPost("/v3/conversations", team.PostAsync);
        team._app.MapMethods("/v3/conversations/{conversation}/activities/{**activity}", ["POST", "PUT"], () => Json(new JsonObject { ["id"] = team.NextId() }));
        await team._app.StartAsync();
        return team;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");

    private string NextId() => Interlocked.Increment(ref _ids).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private IResult ListMembers() => IsSilent ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Json(new JsonObject
    {
        ["members"] = new JsonArray([.. _members.Select(person => new JsonObject
        {
            ["id"] = person.TeamsId,
            ["name"] = person.Name,
            ["aadObjectId"] = person.ObjectId.ToString(),
            ["userPrincipalName"] = person.UserPrincipalName,
        })]),
    });

    private async Task<IResult> PostAsync(HttpRequest request)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!;
        if ((string?)body["channelData"]?["channel"]?["id"] is not { } channel)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden); // people's chats are where they wrote from
        }

        Posts.Enqueue((channel, body["activity"]!.ToJsonString()));
        var id = NextId();
        return Json(new JsonObject { ["id"] = $"{channel};messageid={id}", ["activityId"] = id });
    }
}
