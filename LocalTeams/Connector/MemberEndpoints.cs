using System.Globalization;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Connector;

/// <summary>Who is in a conversation: the person of a private chat, the roster of the team.</summary>
internal static class MemberEndpoints
{
    private const int LargestPage = 500;

    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v3/conversations/{conversationId}");
        group.MapGet("/members", All).Can(ConnectorOperation.Members);
        group.MapGet("/members/{memberId}", One).Can(ConnectorOperation.Members);
        group.MapGet("/pagedmembers", Page).Can(ConnectorOperation.Members);
    }

    private static IResult All(string conversationId, ConnectorDesk desk, Roster roster)
    {
        var (people, error) = In(conversationId, desk, roster);
        return error ?? Results.Json(new JsonArray([.. people.Select(Member)]));
    }

    private static IResult One(string conversationId, string memberId, ConnectorDesk desk, Roster roster)
    {
        var (people, error) = In(conversationId, desk, roster);
        return error ?? (roster.WithId(memberId) is { } person && people.Contains(person)
            ? Results.Json(Member(person))
            : ConnectorError.MemberNotFound);
    }

    /// <summary>The continuation token is the number of members already given.</summary>
    private static IResult Page(string conversationId, int? pageSize, string? continuationToken, ConnectorDesk desk, Roster roster)
    {
        var (people, error) = In(conversationId, desk, roster);
        if (error is not null)
        {
            return error;
        }

        var given = 0;
        if (!string.IsNullOrEmpty(continuationToken)
            && !int.TryParse(continuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out given))
        {
            return ConnectorError.BadArgument("Unknown continuation token.");
        }

        var page = people.Skip(given).Take(Math.Clamp(pageSize ?? LargestPage, 1, LargestPage)).ToList();
        var body = new JsonObject { ["members"] = new JsonArray([.. page.Select(Member)]) };
        if (given + page.Count < people.Count)
        {
            body["continuationToken"] = (given + page.Count).ToString(CultureInfo.InvariantCulture);
        }

        return Results.Json(body);
    }

    private static (IReadOnlyList<Person> People, IResult? Error) In(string conversationId, ConnectorDesk desk, Roster roster)
    {
        var (conversation, _, error) = desk.Open(conversationId);
        return conversation is null ? ([], error)
            : conversation.Person is { } person ? ([person], null)
            : (roster.Members, null);
    }

    private static JsonObject Member(Person person) => new()
    {
        ["id"] = person.TeamsId,
        ["aadObjectId"] = person.ObjectId.ToString(),
        ["name"] = person.Name,
        ["givenName"] = person.GivenName,
        ["surname"] = person.Surname,
        ["email"] = person.UserPrincipalName,
        ["userPrincipalName"] = person.UserPrincipalName,
        ["tenantId"] = Practice.TenantId,
        ["userRole"] = "user",
    };
}
