using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The protocol's rules for calls to and from the bot, in one cloud.</summary>
/// <remarks>Tokens of the desktop emulator and of other bots (skills) are not accepted: nothing that this bot talks to sends them.</remarks>
internal sealed class CloudBotFrameworkAuthentication : BotFrameworkAuthentication, IDisposable
{
    private static readonly UserTokenClient NoSignIn = new SignInNotUsed();

    private readonly CloudEnvironment _environment;
    private readonly ServiceClientCredentialsFactory _credentials;
    private readonly AuthenticationConfiguration _configuration;
    private readonly ConnectorHttp _http;
    private readonly IssuerKeys _keys;
    private readonly ChannelTokenValidator _tokens;

    public CloudBotFrameworkAuthentication(
        CloudEnvironment environment,
        ServiceClientCredentialsFactory credentials,
        AuthenticationConfiguration configuration,
        IHttpClientFactory httpClients,
        TimeProvider time,
        ILogger logger)
    {
        _environment = environment;
        _credentials = credentials;
        _configuration = configuration;
        _http = new ConnectorHttp(httpClients, time);
        _keys = new IssuerKeys(environment.OpenIdMetadataUrl, SharedHttp.Client, time, logger);
        _tokens = new ChannelTokenValidator(environment.TokenIssuer, _keys, configuration, logger);
    }

    public override string GetOriginatingAudience() => _environment.OAuthScope;

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var identity = await IdentifyAsync(authHeader, activity.ChannelId, cancellationToken).ConfigureAwait(false);
        if (identity.AuthenticationType != AuthenticationConstants.AnonymousAuthType)
        {
            RequireServiceUrl(identity, activity.ServiceUrl);
        }

        return await ResultAsync(identity, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(channelIdHeader)
            && !await _credentials.IsAuthenticationDisabledAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new UnauthorizedAccessException("The caller did not name a channel.");
        }

        var identity = await IdentifyAsync(authHeader, channelIdHeader, cancellationToken).ConfigureAwait(false);
        return await ResultAsync(identity, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken)
    {
        var identity = await IdentifyAsync(authHeader, "unknown", cancellationToken).ConfigureAwait(false);
        if (identity.AuthenticationType == AuthenticationConstants.AnonymousAuthType)
        {
            identity.AddClaim(new Claim(AuthenticationConstants.AppIdClaim, AuthenticationConstants.AnonymousSkillAppId));
        }

        return identity;
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        return new BotConnectorFactory(claimsIdentity.BotAppId(), _environment, _credentials, _http);
    }

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult(NoSignIn);

    public void Dispose() => _keys.Dispose();

    private async Task<ClaimsIdentity> IdentifyAsync(string authHeader, string channelId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(authHeader))
        {
            return await _credentials.IsAuthenticationDisabledAsync(cancellationToken).ConfigureAwait(false)
                ? new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType)
                : throw new UnauthorizedAccessException("The caller sent no token.");
        }

        var identity = await _tokens.ValidateAsync(authHeader, channelId, cancellationToken).ConfigureAwait(false);
        await RequireThisBotAsync(identity, cancellationToken).ConfigureAwait(false);
        await ValidateClaimsAsync(identity).ConfigureAwait(false);
        return identity;
    }

    private async Task RequireThisBotAsync(ClaimsIdentity identity, CancellationToken cancellationToken)
    {
        var audience = identity.Claims.FirstOrDefault(
            claim => claim.Type == AuthenticationConstants.AudienceClaim && claim.Issuer == _environment.TokenIssuer)?.Value;
        if (string.IsNullOrWhiteSpace(audience)
            || !await _credentials.IsValidAppIdAsync(audience, cancellationToken).ConfigureAwait(false))
        {
            throw new UnauthorizedAccessException("The caller's token is for another bot.");
        }
    }

    private async Task ValidateClaimsAsync(ClaimsIdentity identity)
    {
        if (_configuration.ClaimsValidator is { } validator)
        {
            await validator.ValidateClaimsAsync([.. identity.Claims]).ConfigureAwait(false);
        }
        else if (identity.Claims.IsSkillClaim())
        {
            throw new UnauthorizedAccessException("A call from another bot needs a ClaimsValidator.");
        }
    }

    private static void RequireServiceUrl(ClaimsIdentity identity, string serviceUrl)
    {
        var claim = identity.Claims.ValueOf(AuthenticationConstants.ServiceUrlClaim);
        if (string.IsNullOrWhiteSpace(claim) || !string.Equals(claim, serviceUrl, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnauthorizedAccessException("The activity wants its answer somewhere other than the caller's token says.");
        }
    }

    private async Task<AuthenticateRequestResult> ResultAsync(ClaimsIdentity identity, CancellationToken cancellationToken)
    {
        var disabled = await _credentials.IsAuthenticationDisabledAsync(cancellationToken).ConfigureAwait(false);
        var caller = identity.Claims.IsSkillClaim() ? identity.Claims.GetAppIdFromClaims() : null;
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = caller ?? _environment.OAuthScope,
            CallerId = (disabled, caller) switch
            {
                (true, _) => null,
                (_, null) => _environment.CallerId,
                _ => CallerIdConstants.BotToBotPrefix + caller,
            },
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    private sealed class SignInNotUsed : UserTokenClient;
}
