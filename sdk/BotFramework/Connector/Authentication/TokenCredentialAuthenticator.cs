using Azure.Core;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Outbound tokens from an Azure credential.</summary>
internal sealed class TokenCredentialAuthenticator : IAuthenticator, IDisposable
{
    private readonly TokenCredential _credential;
    private readonly string[] _scopes;
    private readonly CachedAuthenticator _cache;

    public TokenCredentialAuthenticator(TokenCredential credential, string resource, TimeProvider time)
    {
        _credential = credential;
        _scopes = [TokenScope.Of(resource)];
        _cache = new CachedAuthenticator(AcquireAsync, time);
    }

    public Task<AuthenticatorResult> GetTokenAsync(bool forceRefresh = false) => _cache.GetTokenAsync(forceRefresh);

    public void Dispose() => _cache.Dispose();

    private async Task<AuthenticatorResult> AcquireAsync(bool forceRefresh)
    {
        var token = await _credential.GetTokenAsync(new TokenRequestContext(_scopes), CancellationToken.None).ConfigureAwait(false);
        return new AuthenticatorResult { AccessToken = token.Token, ExpiresOn = token.ExpiresOn };
    }
}
