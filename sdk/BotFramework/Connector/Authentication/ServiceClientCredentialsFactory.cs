using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Knows the bot's own app registration and makes credentials from it.</summary>
public abstract class ServiceClientCredentialsFactory
{
    /// <summary>Whether a token made out to this app id is meant for this bot.</summary>
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    /// <summary>True when the bot has no app registration and therefore believes every caller.</summary>
    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}
