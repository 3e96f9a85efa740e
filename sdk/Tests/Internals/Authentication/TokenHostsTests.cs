using Microsoft.Bot.Connector.Authentication;

namespace Sdk.Tests.Internals.Authentication;

public class TokenHostsTests
{
    private const string Entra = "https://login.microsoftonline.com/tenant";

    [Theory]
    [InlineData("https://api.botframework.com/v3")]
    [InlineData("https://smba.trafficmanager.net/uk/v3/conversations")]
    [InlineData("https://SMBA.TrafficManager.net/uk/")]
    [InlineData("https://europe.webchat.botframework.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch/")]
    [InlineData("https://api.botframework.azure.us/")]
    public void Bot_Framework_Gets_The_Token(string address) => Assert.True(TokenHosts.MayReceive(new Uri(address), Entra));

    [Theory]
    [InlineData("http://smba.trafficmanager.net/uk/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://evil.smba.trafficmanager.net/")]
    [InlineData("https://botframework.com.example.org/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://example.org/botframework.com")]
    [InlineData("https://api.botframework.com@example.org/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("http://localhost:3978/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    public void Nobody_Else_Does(string address) => Assert.False(TokenHosts.MayReceive(new Uri(address), Entra));

    [Fact]
    public void This_Machine_Gets_Tokens_That_This_Machine_Issued()
    {
        Assert.True(TokenHosts.MayReceive(new Uri("http://127.0.0.1:5000/"), "http://localhost:4000/tenant"));
        Assert.False(TokenHosts.MayReceive(new Uri("http://127.0.0.1:5000/"), "https://localhost.example.org/tenant"));
        Assert.False(TokenHosts.MayReceive(new Uri("/relative", UriKind.Relative), "http://localhost:4000/tenant"));
        Assert.False(TokenHosts.MayReceive(null, Entra));
    }
}
