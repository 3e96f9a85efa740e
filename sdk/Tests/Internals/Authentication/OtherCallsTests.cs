using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;

namespace Sdk.Tests.Internals.Authentication;

/// <summary>Callers that send no activity with their token.</summary>
public class OtherCallsTests
{
    [Fact]
    public async Task A_Connection_Must_Name_Its_Channel_And_Bring_A_Token()
    {
        await using var issuer = await Issuer.StartAsync();
        var authentication = new ConfigurationBotFrameworkAuthentication(Registration.With(issuer));
        var header = "Bearer " + issuer.Token(Registration.AppId, "https://smba.trafficmanager.net/uk/");
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => authentication.AuthenticateStreamingRequestAsync(header, null, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => authentication.AuthenticateStreamingRequestAsync(null, "msteams", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => authentication.AuthenticateStreamingRequestAsync(header, "facebook", default));
        var result = await authentication.AuthenticateStreamingRequestAsync(header, "msteams", default);
        Assert.Equal(Registration.AppId, result.ClaimsIdentity.FindFirst(AuthenticationConstants.AudienceClaim).Value);
    }

    [Fact]
    public async Task A_Call_To_The_Bots_Channel_Endpoints_Needs_A_Token_Unless_Authentication_Is_Off()
    {
        await using var issuer = await Issuer.StartAsync();
        issuer.Endorse("key-1");
        var authentication = new ConfigurationBotFrameworkAuthentication(Registration.With(issuer));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => authentication.AuthenticateChannelRequestAsync(null, default));
        var header = "Bearer " + issuer.Token(Registration.AppId, "https://smba.trafficmanager.net/uk/");
        Assert.True((await authentication.AuthenticateChannelRequestAsync(header, default)).IsAuthenticated);

        var off = new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build());
        var anonymous = await off.AuthenticateChannelRequestAsync(null, default);
        Assert.Equal("AnonymousSkill", anonymous.FindFirst(AuthenticationConstants.AppIdClaim).Value);
    }

    [Fact]
    public async Task A_Call_From_Another_Bot_Is_Refused_Unless_The_Bot_Checks_Such_Calls()
    {
        await using var issuer = await Issuer.StartAsync();
        var header = "Bearer " + issuer.Token(Registration.AppId, "https://smba.trafficmanager.net/uk/", token =>
        {
            token.Claims["ver"] = "1.0";
            token.Claims["appid"] = "33333333-3333-3333-3333-333333333333";
        });
        var careless = new ConfigurationBotFrameworkAuthentication(Registration.With(issuer));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => careless.AuthenticateStreamingRequestAsync(header, "msteams", default));

        var careful = new ConfigurationBotFrameworkAuthentication(
            Registration.With(issuer), authConfiguration: new AuthenticationConfiguration { ClaimsValidator = new TrustsEverybody() });
        var result = await careful.AuthenticateStreamingRequestAsync(header, "msteams", default);
        Assert.Equal("33333333-3333-3333-3333-333333333333", result.Audience);
        Assert.Equal("urn:botframework:aadappid:33333333-3333-3333-3333-333333333333", result.CallerId);
    }

    private sealed class TrustsEverybody : ClaimsValidator
    {
        public override Task ValidateClaimsAsync(IList<System.Security.Claims.Claim> claims) => Task.CompletedTask;
    }
}
