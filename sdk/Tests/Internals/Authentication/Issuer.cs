using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Internals.Authentication;

/// <summary>Plays the channels' issuer: publishes keys with endorsements, and signs tokens.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Name = "https://api.botframework.com";

    private readonly Dictionary<string, (RsaSecurityKey Key, string[] Endorsements)> _published = [];
    private LoopbackServer _server;
    private int _reads;

    public string MetadataAddress => _server.Address + "/v1/.well-known/openidconfiguration";

    /// <summary>How often the keys were asked for.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public bool IsDown { get; set; }

    public static async Task<Issuer> StartAsync()
    {
        var result = new Issuer();
        result.Publish("key-1", "msteams", "webchat");
        result._server = await LoopbackServer.StartAsync("/{**path}", result.AnswerAsync);
        return result;
    }

    public static RsaSecurityKey NewKey(string id, RSA numbers = null) => new(numbers ?? RSA.Create(2048)) { KeyId = id };

    public RsaSecurityKey Publish(string id, params string[] endorsements)
    {
        var key = NewKey(id);
        _published[id] = (key, endorsements);
        return key;
    }

    public void Withdraw(string id) => _published.Remove(id);

    /// <summary>A good token, but for what the caller changes in it.</summary>
    public string Token(string audience, string serviceUrl, Action<SecurityTokenDescriptor> change = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = audience,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
            SigningCredentials = new SigningCredentials(_published["key-1"].Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (IsDown)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        http.Response.ContentType = "application/json";
        if (http.Request.Path != "/keys")
        {
            await http.Response.WriteAsync(new JObject { ["issuer"] = Name, ["jwks_uri"] = _server.Address + "/keys" }.ToString());
            return;
        }

        Interlocked.Increment(ref _reads);
        await http.Response.WriteAsync(new JObject { ["keys"] = new JArray(_published.Values.Select(Jwk)) }.ToString());
    }

    private static JObject Jwk((RsaSecurityKey Key, string[] Endorsements) published)
    {
        var numbers = published.Key.Rsa.ExportParameters(includePrivateParameters: false);
        var jwk = new JObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = published.Key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (published.Endorsements.Length > 0)
        {
            jwk["endorsements"] = new JArray(published.Endorsements.Cast<object>());
        }

        return jwk;
    }
}
