using System.Security.Claims;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Decides whether an inbound token was issued by the channels' issuer, is in its time, is signed by a published key, and
/// that key may speak for the activity's channel. Whom the token is for is asked elsewhere.
/// </summary>
internal sealed partial class ChannelTokenValidator(
    string issuer, IssuerKeys issuerKeys, AuthenticationConfiguration configuration, ILogger logger)
{
    private static readonly JsonWebTokenHandler Handler = new();

    private readonly string[] _issuers = [issuer, .. configuration.ValidTokenIssuers ?? []];

    /// <exception cref="UnauthorizedAccessException">The header holds no token that passes.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(string authHeader, string channelId, CancellationToken cancellationToken)
    {
        // The issuer is asked for first: a token from elsewhere must not cost a signature check, or a read of the keys.
        var token = Read(authHeader);
        if (token is null || !_issuers.Contains(token.Issuer, StringComparer.Ordinal))
        {
            throw Refused("it is not a token of a known issuer");
        }

        var keys = await issuerKeys.GetAsync(cancellationToken).ConfigureAwait(false);
        var result = await CheckAsync(token, keys).ConfigureAwait(false);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && token.Kid is { Length: > 0 })
        {
            var newer = await issuerKeys.GetNewerAsync(keys, cancellationToken).ConfigureAwait(false);
            if (!ReferenceEquals(newer, keys))
            {
                keys = newer;
                result = await CheckAsync(token, keys).ConfigureAwait(false);
            }
        }

        if (!result.IsValid)
        {
            throw Refused(result.Exception.GetType().Name);
        }

        var missing = configuration.RequiredEndorsements.Prepend(channelId).FirstOrDefault(name => !keys.Endorses(token.Kid, name));
        return missing is null ? result.ClaimsIdentity : throw Refused("its key does not vouch for the channel");
    }

    private static JsonWebToken Read(string authHeader)
    {
        var parts = authHeader?.Split(' ');
        if (parts is not ["Bearer", { Length: > 0 } encoded] || !Handler.CanReadToken(encoded))
        {
            return null;
        }

        try
        {
            return Handler.ReadJsonWebToken(encoded);
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or SecurityTokenException)
        {
            return null;
        }
    }

    private Task<TokenValidationResult> CheckAsync(JsonWebToken token, SigningKeys keys) =>
        Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuers = _issuers,
            ValidateAudience = false,
            ClockSkew = TimeSpan.FromMinutes(5),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            TryAllIssuerSigningKeys = false,
            ValidateIssuerSigningKey = true,
            ValidAlgorithms = AuthenticationConstants.AllowedSigningAlgorithms,
            IssuerSigningKeys = keys.Keys,
        });

    private UnauthorizedAccessException Refused(string because)
    {
        Log.TokenRefused(logger, because);
        return new UnauthorizedAccessException($"The caller's token was refused: {because}.");
    }

    private static partial class Log
    {
        [LoggerMessage(4112, LogLevel.Warning, "Refused a caller's token: {Reason}")]
        public static partial void TokenRefused(ILogger logger, string reason);
    }
}
