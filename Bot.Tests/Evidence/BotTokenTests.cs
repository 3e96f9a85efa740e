using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Rest;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Tests.Hosting;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>The real credentials of a bot in the public cloud. They are made and looked at; nothing is asked of Microsoft.</summary>
public sealed class BotTokenTests
{
    [Fact]
    public async Task A_Bot_Of_One_Tenant_Asks_That_Tenant_For_Its_Token()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("MicrosoftAppType", "SingleTenant"),
            new("MicrosoftAppId", Microsofts.AppId),
            new("MicrosoftAppPassword", "secret"),
            new("MicrosoftAppTenantId", RegisteredBot.Tenant),
        ]).Build();
        var made = new Remembering(new ConfigurationServiceClientCredentialFactory(configuration));
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://pictures.example/1");
        await new BotToken(made, configuration).AddAsync(request, fresh: false, default);

        Assert.Equal("https://login.microsoftonline.com/" + RegisteredBot.Tenant, Assert.IsAssignableFrom<AppCredentials>(made.Last).OAuthEndpoint);
    }

    private sealed class Remembering(ServiceClientCredentialsFactory real) : ServiceClientCredentialsFactory
    {
        public ServiceClientCredentials? Last { get; private set; }

        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => real.IsValidAppIdAsync(appId, cancellationToken);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => real.IsAuthenticationDisabledAsync(cancellationToken);

        public override async Task<ServiceClientCredentials> CreateCredentialsAsync(
            string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
            Last = await real.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);
    }
}
