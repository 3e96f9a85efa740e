using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rowcroft.LocalTeams.Connector;

/// <summary>Reads what a bot posts, within the size that Teams takes.</summary>
internal static class RequestJson
{
    /// <summary>Teams refuses messages of more than about 100 KB.</summary>
    public const int LargestMessage = 100 * 1024;

    /// <summary>Returns the object, or the error to answer with.</summary>
    public static async Task<(JsonObject? Json, IResult? Error)> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        if (body.Length > LargestMessage)
        {
            return (null, ConnectorError.TooBig);
        }

        body.Position = 0;
        try
        {
            return JsonNode.Parse(body) is JsonObject json ? (json, null) : (null, ConnectorError.BadSyntax("A JSON object was expected."));
        }
        catch (JsonException)
        {
            return (null, ConnectorError.BadSyntax("The body is not JSON."));
        }
    }
}
