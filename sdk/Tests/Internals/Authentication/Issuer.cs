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

    /// <summary>Making a key takes longer than all the rest of a test, so the first key is the same for all.</summary>
    private static readonly RSAParameters FirstNumbers = NewNumbers();

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
        result._published["key-1"] = (NewKey("key-1", FirstNumbers), ["msteams", "webchat"]);
        result._server = await LoopbackServer.StartAsync("/{**path}", result.AnswerAsync);
        return result;
    }

    public static RSAParameters NewNumbers()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportParameters(includePrivateParameters: true);
    }

    public static RsaSecurityKey NewKey(string id, RSAParameters? numbers = null) => new(numbers ?? NewNumbers()) { KeyId = id };

    public RsaSecurityKey Publish(string id, params string[] endorsements)
    {
        var key = NewKey(id);
        _published[id] = (key, endorsements);
        return key;
    }

    public void Endorse(string id, params string[] endorsements) => _published[id] = (_published[id].Key, endorsements);

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
        var jwk = new JObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = published.Key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(published.Key.Parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(published.Key.Parameters.Exponent),
        };
        if (published.Endorsements.Length > 0)
        {
            jwk["endorsements"] = new JArray(published.Endorsements.Cast<object>());
        }

        return jwk;
    }
}
