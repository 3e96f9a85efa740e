using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;

namespace Sdk.Tests.Authentication;

/// <summary>What the settings of an app registration mean.</summary>
public class ConfigurationTests
{
    [Theory]
    [InlineData("SingleTenant", null, "secret", "tenant")]
    [InlineData("SingleTenant", "app", null, "tenant")]
    [InlineData("SingleTenant", "app", "secret", null)]
    [InlineData("singletenant", "app", "secret", " ")]
    [InlineData("UserAssignedMSI", null, null, "tenant")]
    [InlineData("UserAssignedMSI", "app", null, null)]
    [InlineData("UserAssignedMSI", "app", "secret", "tenant")]
    public void What_A_Type_Of_App_Needs_Must_Be_There(string? type, string? appId, string? password, string? tenantId) =>
        Assert.Throws<ArgumentException>(() => new ConfigurationServiceClientCredentialFactory(Settings(type, appId, password, tenantId)));

    [Theory]
    [InlineData("SingleTenant", "secret")]
    [InlineData("UserAssignedMSI", null)]
    [InlineData("MultiTenant", "secret")]
    [InlineData(null, "secret")]
    [InlineData("something else", "secret")]
    public async Task Only_The_Bots_Own_App_Id_Is_Valid(string? type, string? password)
    {
        var factory = new ConfigurationServiceClientCredentialFactory(Settings(type, "app", password, "tenant"));
        Assert.True(await factory.IsValidAppIdAsync("app", CancellationToken.None));
        Assert.False(await factory.IsValidAppIdAsync("other", CancellationToken.None));
        Assert.False(await factory.IsAuthenticationDisabledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Without_An_App_Id_Authentication_Is_Off()
    {
        var factory = new ConfigurationServiceClientCredentialFactory(Settings(null, null, null, null));
        Assert.True(await factory.IsAuthenticationDisabledAsync(CancellationToken.None));
        var credentials = await factory.CreateCredentialsAsync(
            null, null, "https://login.microsoftonline.com/{0}", true, CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://smba.trafficmanager.net/uk/");
        await credentials.ProcessHttpRequestAsync(request, CancellationToken.None);
        Assert.Null(request.Headers.Authorization);
    }

    [Fact]
    public async Task A_Single_Tenant_App_Asks_Its_Own_Tenant_For_Tokens()
    {
        var factory = new ConfigurationServiceClientCredentialFactory(Settings("SingleTenant", "app", "secret", "tenant-1"));
        var credentials = Assert.IsAssignableFrom<AppCredentials>(await factory.CreateCredentialsAsync(
            "app", "https://api.botframework.com", "https://login.microsoftonline.com/{0}", true, CancellationToken.None));
        Assert.Equal("https://login.microsoftonline.com/tenant-1", credentials.OAuthEndpoint);
        Assert.Equal("https://api.botframework.com", credentials.OAuthScope);
        Assert.Equal("app", credentials.MicrosoftAppId);
    }

    [Fact]
    public async Task A_Multi_Tenant_App_Asks_Bot_Frameworks_Tenant()
    {
        var factory = new ConfigurationServiceClientCredentialFactory(Settings(null, "app", "secret", "ignored"));
        var credentials = Assert.IsAssignableFrom<AppCredentials>(await factory.CreateCredentialsAsync(
            "app", null, "https://login.microsoftonline.com/{0}", true, CancellationToken.None));
        Assert.Equal("https://login.microsoftonline.com/botframework.com", credentials.OAuthEndpoint);
    }

    [Fact]
    public async Task Nobody_Gets_Credentials_Of_Another_App()
    {
        var factory = new ConfigurationServiceClientCredentialFactory(Settings("SingleTenant", "app", "secret", "tenant-1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => factory.CreateCredentialsAsync(
            "other", null, "https://login.microsoftonline.com/{0}", true, CancellationToken.None));
    }

    [Fact]
    public void An_Unknown_Cloud_Is_Refused() =>
        Assert.Throws<ArgumentException>(() => new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string> { ["ChannelService"] = "https://elsewhere.example" })
            .Build()));

    [Fact]
    public async Task Without_An_App_Id_A_Caller_Is_Anonymous()
    {
        var authentication = new ConfigurationBotFrameworkAuthentication(Settings(null, null, null, null));
        var result = await authentication.AuthenticateRequestAsync(
            new Activity { ChannelId = "msteams", ServiceUrl = "https://smba.trafficmanager.net/uk/" }, null, CancellationToken.None);
        Assert.Equal("anonymous", result.ClaimsIdentity.AuthenticationType);
        Assert.True(result.ClaimsIdentity.IsAuthenticated);
        Assert.Empty(result.ClaimsIdentity.Claims);
        Assert.Null(result.CallerId);
        Assert.Equal("https://api.botframework.com", result.Audience.Replace("/.default", string.Empty, StringComparison.Ordinal));
        Assert.NotNull(result.ConnectorFactory);
    }

    private static IConfiguration Settings(string? type, string? appId, string? password, string? tenantId) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string>
        {
            ["MicrosoftAppType"] = type,
            ["MicrosoftAppId"] = appId,
            ["MicrosoftAppPassword"] = password,
            ["MicrosoftAppTenantId"] = tenantId,
        })
        .Build();
}
