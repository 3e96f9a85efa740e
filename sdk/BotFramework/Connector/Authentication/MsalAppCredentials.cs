using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials whose tokens come from Microsoft Entra ID through MSAL.</summary>
public class MsalAppCredentials : AppCredentials, IAuthenticator
{
    private readonly CachedAuthenticator _cache;
    private readonly IConfidentialClientApplication _application;
    private readonly string _authority;

    public MsalAppCredentials(
        IConfidentialClientApplication clientApplication,
        string appId,
        string authority = null,
        string scope = null,
        bool validateAuthority = true,
        ILogger logger = null)
        : base(logger: logger, oAuthScope: scope)
    {
        MicrosoftAppId = appId;
        ValidateAuthority = validateAuthority;
        _application = clientApplication;
        _authority = authority;
        _cache = new CachedAuthenticator(AcquireAsync, TimeProvider.System);
    }

    public override string OAuthEndpoint => _authority ?? base.OAuthEndpoint;

    public override bool ValidateAuthority { get; }

    Task<AuthenticatorResult> IAuthenticator.GetTokenAsync(bool forceRefresh) => _cache.GetTokenAsync(forceRefresh);

    protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(() => this);

    private async Task<AuthenticatorResult> AcquireAsync(bool forceRefresh)
    {
        if (_application is null)
        {
            throw new InvalidOperationException("These credentials are empty: there is no app registration to ask a token for.");
        }

        var result = await _application.AcquireTokenForClient([TokenScope.Of(OAuthScope)])
            .WithForceRefresh(forceRefresh)
            .ExecuteAsync()
            .ConfigureAwait(false);
        return new AuthenticatorResult { AccessToken = result.AccessToken, ExpiresOn = result.ExpiresOn };
    }
}
