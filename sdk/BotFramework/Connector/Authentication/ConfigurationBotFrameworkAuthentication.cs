using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The cloud that configuration describes: the public one, another built-in one (<c>ChannelService</c>), or one put
/// together from <c>ToChannelFromBotLoginUrl</c>, <c>ToChannelFromBotOAuthScope</c>, <c>ToBotFromChannelTokenIssuer</c>,
/// <c>ToBotFromChannelOpenIdMetadataUrl</c>, <c>CallerId</c> and <c>ValidateAuthority</c>.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly BotFrameworkAuthentication _inner;

    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory credentialsFactory = null,
        AuthenticationConfiguration authConfiguration = null,
        IHttpClientFactory httpClientFactory = null,
        ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _inner = BotFrameworkAuthenticationFactory.Create(
            configuration["ChannelService"],
            bool.Parse(configuration["ValidateAuthority"] ?? bool.TrueString),
            configuration["ToChannelFromBotLoginUrl"],
            configuration["ToChannelFromBotOAuthScope"],
            configuration["ToBotFromChannelTokenIssuer"],
            configuration["OAuthUrl"],
            configuration["ToBotFromChannelOpenIdMetadataUrl"],
            configuration["ToBotFromEmulatorOpenIdMetadataUrl"],
            configuration["CallerId"],
            credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration, logger: logger),
            authConfiguration ?? new AuthenticationConfiguration(),
            httpClientFactory,
            logger);
    }

    public override string GetOriginatingAudience() => _inner.GetOriginatingAudience();

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        _inner.AuthenticateChannelRequestAsync(authHeader, cancellationToken);

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken) =>
        _inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken);

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        _inner.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _inner.CreateConnectorFactory(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        _inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);
}
