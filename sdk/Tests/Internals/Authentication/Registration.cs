using Microsoft.Extensions.Configuration;

namespace Sdk.Tests.Internals.Authentication;

/// <summary>The settings of a bot with an app registration whose issuer and token endpoint are on this machine.</summary>
internal static class Registration
{
    public const string AppId = "11111111-1111-1111-1111-111111111111";

    public static IConfiguration With(Issuer issuer, TokenEndpoint tokens = null) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string>
        {
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = "secret",
            ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
            ["ToBotFromChannelOpenIdMetadataUrl"] = issuer?.MetadataAddress,
            ["ToChannelFromBotLoginUrl"] = tokens?.LoginUrl,
        })
        .Build();
}
