using System.Net;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.IdentityModel.Tokens;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Internals.Authentication;

/// <summary>
/// Who may make the bot run a turn, over real HTTP with a real issuer. The original cannot be tested so: it reads no keys
/// over plain HTTP, and answers some bad tokens with 500 where this library always answers 401.
/// </summary>
public class InboundTokenTests
{
    private const string ServiceUrl = "https://smba.trafficmanager.net/uk/";

    private static readonly DateTime Now = TimeProvider.System.GetUtcNow().UtcDateTime;

    public static TheoryData<string, Action<SecurityTokenDescriptor>> BadTokens => new()
    {
        { "expired", token => (token.NotBefore, token.Expires) = (Now.AddHours(-2), Now.AddMinutes(-6)) },
        { "not yet valid", token => token.NotBefore = Now.AddMinutes(6) },
        { "without an end", token => token.Expires = null },
        { "of another issuer", token => token.Issuer = "https://sts.windows.net/22222222-2222-2222-2222-222222222222/" },
        { "for another bot", token => token.Audience = "33333333-3333-3333-3333-333333333333" },
        { "for nobody", token => token.Audience = null },
        { "for another service URL", token => token.Claims["serviceurl"] = "https://smba.trafficmanager.net/us/" },
        { "without a service URL", token => token.Claims.Remove("serviceurl") },
        { "signed with a key of the same name", token => token.SigningCredentials = Rsa("key-1") },
        { "signed with an unknown key", token => token.SigningCredentials = Rsa("key-9") },
        { "signed with a key without a name", token => token.SigningCredentials = Rsa(null) },
        { "signed with a shared secret", token => token.SigningCredentials = Hmac("key-1") },
        { "not signed", token => token.SigningCredentials = null },
    };

    [Fact]
    public async Task A_Good_Token_Runs_A_Turn()
    {
        await using var issuer = await Issuer.StartAsync();
        var (status, turns) = await PostAsync(issuer, issuer.Token(Registration.AppId, ServiceUrl));
        Assert.Equal((HttpStatusCode.OK, 1), (status, turns));
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_Bad_Token_Runs_Nothing(string what, Action<SecurityTokenDescriptor> change)
    {
        await using var issuer = await Issuer.StartAsync();
        var (status, turns) = await PostAsync(issuer, issuer.Token(Registration.AppId, ServiceUrl, change));
        Assert.True((status, turns) == (HttpStatusCode.Unauthorized, 0), $"A token {what}: {status}, {turns} turns");
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public async Task Clocks_May_Differ_By_Five_Minutes(int minutes)
    {
        await using var issuer = await Issuer.StartAsync();
        var (status, _) = await PostAsync(issuer, issuer.Token(Registration.AppId, ServiceUrl, token =>
            (token.NotBefore, token.Expires) = minutes < 0 ? (Now.AddHours(-2), Now.AddMinutes(minutes)) : (Now.AddMinutes(minutes), Now.AddHours(2))));
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer not-a-token")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("Bearer ..")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    public async Task What_Is_No_Token_Runs_Nothing(string header)
    {
        await using var issuer = await Issuer.StartAsync();
        var (status, turns) = await PostAsync(issuer, token: null, header);
        Assert.Equal((HttpStatusCode.Unauthorized, 0), (status, turns));
        Assert.Equal(0, issuer.Reads);
    }

    [Fact]
    public async Task A_Changed_Token_Runs_Nothing()
    {
        await using var issuer = await Issuer.StartAsync();
        var parts = issuer.Token("33333333-3333-3333-3333-333333333333", ServiceUrl).Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("33333333-3333-3333-3333-333333333333", Registration.AppId, StringComparison.Ordinal);
        var (status, turns) = await PostAsync(issuer, $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}");
        Assert.Equal((HttpStatusCode.Unauthorized, 0), (status, turns));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    public async Task Naming_Another_Algorithm_In_A_Good_Token_Runs_Nothing(string algorithm)
    {
        await using var issuer = await Issuer.StartAsync();
        var parts = issuer.Token(Registration.AppId, ServiceUrl).Split('.');
        var header = Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","kid":"key-1","typ":"JWT"}"""));
        foreach (var signature in new[] { parts[2], string.Empty })
        {
            var (status, turns) = await PostAsync(issuer, $"{header}.{parts[1]}.{signature}");
            Assert.Equal((HttpStatusCode.Unauthorized, 0), (status, turns));
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "msteams")]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Unauthorized, "webchat", "directline")]
    public async Task A_Key_Speaks_For_The_Channels_It_Endorses(HttpStatusCode expected, params string[] endorsements)
    {
        await using var issuer = await Issuer.StartAsync();
        issuer.Endorse("key-1", endorsements);
        var (status, turns) = await PostAsync(issuer, issuer.Token(Registration.AppId, ServiceUrl));
        Assert.Equal((expected, expected == HttpStatusCode.OK ? 1 : 0), (status, turns));
    }

    [Fact]
    public async Task A_Bot_May_Ask_For_More_Endorsements_And_Check_Claims_Itself()
    {
        await using var issuer = await Issuer.StartAsync();
        var token = issuer.Token(Registration.AppId, ServiceUrl);
        var strict = new AuthenticationConfiguration { RequiredEndorsements = ["government"] };
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(issuer, token, configuration: strict)).Status);
        var suspicious = new AuthenticationConfiguration { ClaimsValidator = new RefusesEverybody() };
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(issuer, token, configuration: suspicious)).Status);
    }

    private static async Task<(HttpStatusCode Status, int Turns)> PostAsync(
        Issuer issuer, string token, string header = null, AuthenticationConfiguration configuration = null)
    {
        var authentication = new ConfigurationBotFrameworkAuthentication(Registration.With(issuer), authConfiguration: configuration);
        await using var bot = await BotServer.StartAsync(new CloudAdapter(authentication));
        var (status, _) = await bot.PostAsync(BotServer.Message(ServiceUrl), header ?? "Bearer " + token);
        return (status, bot.Bot.Turns.Count);
    }

    private static SigningCredentials Rsa(string keyId) => new(Issuer.NewKey(keyId), SecurityAlgorithms.RsaSha256);

    private static SigningCredentials Hmac(string keyId) =>
        new(new SymmetricSecurityKey(new byte[32]) { KeyId = keyId }, SecurityAlgorithms.HmacSha256);

    private sealed class RefusesEverybody : ClaimsValidator
    {
        public override Task ValidateClaimsAsync(IList<System.Security.Claims.Claim> claims) => throw new UnauthorizedAccessException();
    }
}
