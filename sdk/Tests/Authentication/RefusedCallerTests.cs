using System.Net;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Authentication;

/// <summary>Callers that are refused before any key is looked up.</summary>
public class RefusedCallerTests
{
    private static readonly IConfiguration Settings = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string>
        {
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppId"] = "11111111-1111-1111-1111-111111111111",
            ["MicrosoftAppPassword"] = "secret",
            ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
        })
        .Build();

    public static TheoryData<string> Headers => new()
    {
        null,
        " ",
        "Bearer",
        "Basic dXNlcjpwYXNzd29yZA==",
        "Bearer " + Unsigned("https://elsewhere.example"),
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Without_A_Token_Of_The_Channels_Issuer_Nothing_Is_Run(string authorization)
    {
        await using var bot = await BotServer.StartAsync(new CloudAdapter(Settings));
        var (status, body) = await bot.PostAsync(BotServer.Message(), authorization);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Empty(body);
        Assert.Empty(bot.Bot.Turns);
    }

    [Fact]
    public async Task A_Bad_Body_Is_Noticed_Before_The_Missing_Token()
    {
        await using var bot = await BotServer.StartAsync(new CloudAdapter(Settings));
        var (status, _) = await bot.SendAsync(HttpMethod.Post, "{}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private static string Unsigned(string issuer) =>
        Encode("""{"alg":"RS256","kid":"k","typ":"JWT"}""") + "." + Encode($$"""{"iss":"{{issuer}}","aud":"x","exp":4102444800}""") + ".AAAA";

    private static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
