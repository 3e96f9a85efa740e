namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Gets an outbound token from wherever tokens come from. Implementations keep a token until it is about to expire.</summary>
public interface IAuthenticator
{
    /// <param name="forceRefresh">Ask for a new token even if the one at hand is still good.</param>
    Task<AuthenticatorResult> GetTokenAsync(bool forceRefresh = false);
}
