using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>
/// What a registered bot meets on Microsoft's side, on this machine: the issuer that signs Teams' tokens, the endpoint that gives the bot
/// its own, and the connector, which remembers who called it with which token.
/// </summary>
internal sealed class Microsofts : IAsyncDisposable
{
    public const string AppId = "11111111-1111-1111-1111-111111111111";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;

    private Microsofts(WebApplication app) => _app = app;

    public string Origin => _app.Urls.Single();

    public string ServiceUrl => Origin + "/";

    /// <summary>Path, Authorization header and body of every call of the connector.</summary>
    public ConcurrentQueue<(string Path, string? Authorization, string Body)> Calls { get; } = new();

    /// <summary>What the connector gives where it is asked for a picture.</summary>
    public byte[] Picture { get; set; } = [];

    /// <summary>When set, nobody gets a token.</summary>
    public bool GivesNoTokens { get; set; }

    /// <summary>When set, why nobody gets a token.</summary>
    public string? Refusal { get; set; }

    public JsonArray Members { get; } = [];

    public static async Task<Microsofts> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var all = new Microsofts(builder.Build());
        all._app.MapGet("/openid/configuration", () => Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = all.Origin + "/openid/keys" }));
        all._app.MapGet("/openid/keys", () => Results.Json(new { keys = new[] { all.PublicKey() } }));
        all._app.MapPost("/login/{**path}", () => all.GivesNoTokens
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : all.Refusal is { } why ? Results.Json(new { error = "invalid_client", error_description = why }, statusCode: StatusCodes.Status401Unauthorized)
            : Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "the-bots-own-token" }));
        all._app.MapFallback(all.ConnectAsync);
        await all._app.StartAsync();
        return all;
    }

    /// <summary>The settings of a bot that is registered here.</summary>
    public IReadOnlyDictionary<string, string?> Registration => new Dictionary<string, string?>
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppPassword"] = "secret",
        ["MicrosoftAppTenantId"] = RegisteredBot.Tenant,
        ["ToBotFromChannelOpenIdMetadataUrl"] = Origin + "/openid/configuration",
        ["ToChannelFromBotLoginUrl"] = Origin + "/login/tenant",
    };

    /// <summary>The header that Teams sends with an activity; good for an hour, unless told otherwise.</summary>
    public string Token(string? audience = AppId, string? serviceUrl = null, RSA? key = null, TimeSpan? age = null)
    {
        var issued = TimeProvider.System.GetUtcNow() - (age ?? TimeSpan.Zero);
        var claims = new JsonObject
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = audience,
            ["serviceurl"] = serviceUrl ?? ServiceUrl,
            ["nbf"] = issued.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = issued.AddHours(1).ToUnixTimeSeconds(),
        };
        var signed = $"{Encoded("""{"alg":"RS256","kid":"key-1","typ":"JWT"}""")}.{Encoded(claims.ToJsonString())}";
        var signature = (key ?? _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"Bearer {signed}.{Base64Url.EncodeToString(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private object PublicKey()
    {
        var numbers = _key.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = "key-1",
            n = Base64Url.EncodeToString(numbers.Modulus),
            e = Base64Url.EncodeToString(numbers.Exponent),
            endorsements = new[] { "msteams" },
        };
    }

    private async Task ConnectAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        Calls.Enqueue((http.Request.Path, http.Request.Headers.Authorization.FirstOrDefault(), body));
        if (http.Request.Path.StartsWithSegments("/v3/attachments"))
        {
            await http.Response.Body.WriteAsync(Picture, http.RequestAborted);
            return;
        }

        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(
            http.Request.Path.Value!.EndsWith("pagedmembers", StringComparison.Ordinal)
                ? JsonSerializer.Serialize(new { members = Members })
                : $$"""{"id":"{{Guid.NewGuid():N}}"}""",
            http.RequestAborted);
    }
}
