using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rowcroft.TeamsBot.Tests.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>
/// An OpenID provider on this machine: it publishes where it is asked and with which key it signs, and whoever is sent to it comes back
/// as Ann, with a form that their browser posts. A test can have the token say anything.
/// </summary>
internal sealed partial class LoopbackEntra : IAsyncDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());
    private readonly WebApplication _app;

    private LoopbackEntra(WebApplication app) => _app = app;

    public string Authority => _app.Urls.Single() + "/tenant/v2.0";

    /// <summary>What people were sent with.</summary>
    public List<IQueryCollection> Asked { get; } = [];

    /// <summary>Changes the claims of the next tokens.</summary>
    public Action<JsonObject> Change { get; set; } = _ => { };

    /// <summary>Signs instead of the published key.</summary>
    public RSA? OtherKey { get; set; }

    public static async Task<LoopbackEntra> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var entra = new LoopbackEntra(builder.Build());
        entra._app.MapGet("/tenant/v2.0/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = entra.Authority,
            authorization_endpoint = entra.Authority + "/authorize",
            jwks_uri = entra.Authority + "/keys",
        }));
        entra._app.MapGet("/tenant/v2.0/keys", () => Results.Json(new { keys = new[] { entra.PublicKey() } }));
        entra._app.MapGet("/tenant/v2.0/authorize", entra.Authorize);
        await entra._app.StartAsync();
        return entra;
    }

    /// <summary>Follows the way to the provider and back, as a browser does.</summary>
    /// <param name="change">The form on its way back.</param>
    public async Task<WebAnswer> SignInAsync(WebVisitor visitor, string path, Action<Dictionary<string, string>>? change = null)
    {
        var sent = await visitor.GetAsync(path);
        Assert.Equal(302, sent.Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, sent.Header("Location"));
        using var response = await _http.SendAsync(request, CancellationToken.None);
        var page = await response.Content.ReadAsStringAsync();
        var fields = Field().Matches(page).ToDictionary(match => match.Groups[1].Value, match => System.Net.WebUtility.HtmlDecode(match.Groups[2].Value));
        change?.Invoke(fields);
        return await visitor.PostForgedAsync("/signin-oidc", [.. fields.Select(field => (field.Key, field.Value))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
        _key.Dispose();
        OtherKey?.Dispose();
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked.Add(request.Query);
        var encode = HtmlEncoder.Default;
        return Results.Content(
            $"""
            <form method="post" action="{encode.Encode(request.Query["redirect_uri"]!)}">
            <input name="id_token" value="{encode.Encode(Token(request.Query["nonce"]!))}">
            <input name="state" value="{encode.Encode(request.Query["state"]!)}">
            </form>
            """,
            "text/html");
    }

    private string Token(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = Authority,
            ["aud"] = Microsofts.AppId,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["nonce"] = nonce,
            ["sub"] = "a-pairwise-subject",
            ["oid"] = CaseBuilder.Ann.Id.Value,
            ["tid"] = RegisteredBot.Tenant,
            ["name"] = CaseBuilder.Ann.Name,
        };
        Change(claims);
        var signed = $"{Encoded("""{"alg":"RS256","kid":"key-1","typ":"JWT"}""")}.{Encoded(claims.ToJsonString())}";
        var signature = (OtherKey ?? _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private object PublicKey()
    {
        var numbers = _key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = "key-1", n = Base64Url.EncodeToString(numbers.Modulus), e = Base64Url.EncodeToString(numbers.Exponent) };
    }

    [GeneratedRegex("name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Field();
}
