using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Checks who calls the bot, and lets the bot call channels, in one cloud.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <exception cref="UnauthorizedAccessException">The caller is not who the activity says, or did not say who they are.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken);

    /// <summary>The same check for a connection that will carry activities later, so that no activity is known yet.</summary>
    /// <exception cref="UnauthorizedAccessException">The token is refused or missing.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken);

    /// <summary>Makes clients for the bot that the identity names.</summary>
    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    public abstract Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken);

    /// <summary>What outbound tokens of this cloud are asked for.</summary>
    public virtual string GetOriginatingAudience() =>
        throw new NotSupportedException($"{GetType().Name} does not say what its tokens are asked for.");

    /// <summary>Checks a call to the bot's own channel endpoints, which carries no activity.</summary>
    /// <exception cref="UnauthorizedAccessException">The token is refused or missing.</exception>
    public virtual Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} has no channel endpoints.");
}
