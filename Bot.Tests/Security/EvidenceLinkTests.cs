using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Tests.Security;

public sealed class EvidenceLinkTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("https://bot.example.org", true)]
    [InlineData("https://bot.example.org:8443/", true)]
    [InlineData("http://127.0.0.1:3978", true)]
    [InlineData("http://bot.example.org", false)]
    [InlineData("https://bot.example.org/bot", false)]
    [InlineData("https://bot.example.org?x=1", false)]
    [InlineData("https://me@bot.example.org", false)]
    [InlineData("bot.example.org", false)]
    [InlineData("ftp://bot.example.org", false)]
    public void The_Address_Is_Https_And_Nothing_But_A_Host(string url, bool sound) =>
        Assert.Equal(sound, new PublicUrlOptions { PublicUrl = url }.IsSound);

    [Theory]
    [InlineData("Production", "app", "https://bot.example.org", "https://bot.example.org/cases/RMC-2026-0042/evidence")]
    [InlineData("Development", "app", "https://bot.example.org/", "https://bot.example.org/cases/RMC-2026-0042/evidence")]
    [InlineData("Production", "app", "", null)]
    [InlineData("Development", "app", "", null)]
    [InlineData("Development", "", "", null)] // it does not listen yet
    public void A_Case_Has_A_Link_Where_There_Is_A_Page(string environment, string appId, string url, string? expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("MicrosoftAppId", appId), new("Bot:PublicUrl", url)]).Build();
        var host = new HostingEnvironment { EnvironmentName = environment };
        var link = new EvidenceLink(new OwnAddress(Options.Create(new PublicUrlOptions { PublicUrl = url }), configuration, host));
        Assert.Equal(expected, link.To(new CaseReference("RMC", 2026, 42))?.AbsoluteUri);
        Assert.Equal(url.Length > 0 || (environment == Environments.Development && appId.Length == 0), EvidenceLink.PageIsOn(configuration, host));
    }
}
