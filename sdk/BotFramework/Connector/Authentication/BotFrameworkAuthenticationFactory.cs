using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes the <see cref="BotFrameworkAuthentication"/> of the cloud that its arguments describe.</summary>
public static class BotFrameworkAuthenticationFactory
{
    /// <summary>The public cloud for a bot without an app registration: every caller is believed.</summary>
    public static BotFrameworkAuthentication Create() => Create(
        null, false, null, null, null, null, null, null, null,
        new PasswordServiceClientCredentialFactory(), new AuthenticationConfiguration(), null, null);

    /// <summary>
    /// A built-in cloud if no address is given, otherwise one made of the given addresses; an address that is missing
    /// then is the public cloud's.
    /// </summary>
    /// <exception cref="ArgumentException">The channel service is not one of the built-in clouds.</exception>
    public static BotFrameworkAuthentication Create(
        string channelService,
        bool validateAuthority,
        string toChannelFromBotLoginUrl,
        string toChannelFromBotOAuthScope,
        string toBotFromChannelTokenIssuer,
        string oAuthUrl,
        string toBotFromChannelOpenIdMetadataUrl,
        string toBotFromEmulatorOpenIdMetadataUrl,
        string callerId,
        ServiceClientCredentialsFactory credentialFactory,
        AuthenticationConfiguration authConfiguration,
        IHttpClientFactory httpClientFactory,
        ILogger logger)
    {
        string[] addresses =
        [
            toChannelFromBotLoginUrl, toChannelFromBotOAuthScope, toBotFromChannelTokenIssuer, oAuthUrl,
            toBotFromChannelOpenIdMetadataUrl, toBotFromEmulatorOpenIdMetadataUrl, callerId,
        ];
        var environment = addresses.All(string.IsNullOrEmpty)
            ? BuiltIn(channelService)
            : new CloudEnvironment
            {
                LoginEndpoint = Or(toChannelFromBotLoginUrl, CloudEnvironment.Public.LoginEndpoint),
                OAuthScope = Or(toChannelFromBotOAuthScope, CloudEnvironment.Public.OAuthScope),
                TokenIssuer = Or(toBotFromChannelTokenIssuer, CloudEnvironment.Public.TokenIssuer),
                OpenIdMetadataUrl = Or(toBotFromChannelOpenIdMetadataUrl, CloudEnvironment.Public.OpenIdMetadataUrl),
                CallerId = callerId,
                ValidateAuthority = validateAuthority,
            };

        return new CloudBotFrameworkAuthentication(
            environment, credentialFactory, authConfiguration, httpClientFactory, TimeProvider.System, logger ?? NullLogger.Instance);
    }

    private static CloudEnvironment BuiltIn(string channelService) => channelService switch
    {
        null or "" => CloudEnvironment.Public,
        GovernmentAuthenticationConstants.ChannelService => CloudEnvironment.Government,
        _ => throw new ArgumentException("The provided ChannelService value is not supported.", nameof(channelService)),
    };

    private static string Or(string value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;
}
