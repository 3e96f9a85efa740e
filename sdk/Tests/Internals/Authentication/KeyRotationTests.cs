using System.Net;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Internals.Authentication;

/// <summary>When the issuer's keys are read.</summary>
public class KeyRotationTests
{
    private const string ServiceUrl = "https://smba.trafficmanager.net/uk/";

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task The_Keys_Are_Read_Once_For_Many_Calls()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var bot = await BotAsync(issuer);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(bot, issuer.Token(Registration.AppId, ServiceUrl))));
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, issuer.Reads);
    }

    [Fact]
    public async Task A_Token_Of_A_New_Key_Is_Accepted_After_Reading_The_Keys_Again()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var bot = await BotAsync(issuer);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, issuer.Token(Registration.AppId, ServiceUrl)));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, SignedBy(issuer, issuer.Publish("key-2", "msteams"))));
        Assert.Equal(2, issuer.Reads);
    }

    [Fact]
    public async Task Tokens_Of_Unknown_Keys_Cannot_Make_The_Bot_Read_Again_And_Again()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var bot = await BotAsync(issuer);
        var numbers = Issuer.NewNumbers();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, SignedBy(issuer, Issuer.NewKey($"unknown-{i}", numbers))));
        }

        Assert.Equal(2, issuer.Reads);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, issuer.Token(Registration.AppId, ServiceUrl)));

        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, SignedBy(issuer, issuer.Publish("key-2", "msteams"))));
        Assert.Equal(3, issuer.Reads);
    }

    [Fact]
    public async Task A_Withdrawn_Key_Is_Forgotten_After_A_Day()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var bot = await BotAsync(issuer);
        var old = SignedBy(issuer, issuer.Publish("old", "msteams"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, old));
        issuer.Withdraw("old");
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, old));
    }

    [Fact]
    public async Task While_The_Issuer_Is_Down_The_Keys_At_Hand_Are_Used()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var bot = await BotAsync(issuer);
        var good = issuer.Token(Registration.AppId, ServiceUrl);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, good));
        issuer.IsDown = true;
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, good));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, SignedBy(issuer, Issuer.NewKey("unknown"))));
        Assert.Equal(1, issuer.Reads);
    }

    [Fact]
    public async Task If_The_Keys_Were_Never_Read_Nothing_Is_Run()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var bot = await BotAsync(issuer);
        issuer.IsDown = true;
        var status = await PostAsync(bot, issuer.Token(Registration.AppId, ServiceUrl));
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Empty(bot.Bot.Turns);
    }

    private static string SignedBy(Issuer issuer, RsaSecurityKey key) => issuer.Token(Registration.AppId, ServiceUrl, token =>
        token.SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256));

    private static async Task<HttpStatusCode> PostAsync(BotServer bot, string token) =>
        (await bot.PostAsync(BotServer.Message(ServiceUrl), "Bearer " + token)).Status;

    private Task<BotServer> BotAsync(Issuer issuer) => BotServer.StartAsync(new CloudAdapter(new CloudBotFrameworkAuthentication(
        new CloudEnvironment { OpenIdMetadataUrl = issuer.MetadataAddress },
        new ConfigurationServiceClientCredentialFactory(Registration.With(issuer)),
        new AuthenticationConfiguration(),
        null,
        _time,
        NullLogger.Instance)));
}
