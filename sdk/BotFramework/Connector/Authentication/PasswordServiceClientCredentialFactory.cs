using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes credentials from an app id and a password, and keeps them, so that they keep their tokens.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<(string Audience, string LoginEndpoint, bool ValidateAuthority), ServiceClientCredentials> _made = new();
    private readonly HttpClient _httpClient;
    private readonly ILogger _logger;

    /// <summary>A bot without an app registration: authentication is off.</summary>
    public PasswordServiceClientCredentialFactory()
    {
    }

    /// <summary>A multi-tenant bot. Azure no longer lets new ones be registered.</summary>
    public PasswordServiceClientCredentialFactory(string appId, string password, HttpClient httpClient, ILogger logger)
        : this(appId, password, tenantId: string.Empty, httpClient, logger)
    {
    }

    public PasswordServiceClientCredentialFactory(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger)
    {
        AppId = appId;
        Password = password;
        TenantId = tenantId;
        _httpClient = httpClient;
        _logger = logger;
    }

    public string AppId { get; set; }

    public string Password { get; set; }

    public string TenantId { get; set; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(AppId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(AppId))
        {
            return Task.FromResult<ServiceClientCredentials>(MicrosoftAppCredentials.Empty);
        }

        if (appId != AppId)
        {
            throw new InvalidOperationException("Invalid appId.");
        }

        return Task.FromResult(_made.GetOrAdd((audience, loginEndpoint, validateAuthority), Create));
    }

    private ServiceClientCredentials Create((string Audience, string LoginEndpoint, bool ValidateAuthority) key) =>
        key.LoginEndpoint.StartsWith(AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, StringComparison.OrdinalIgnoreCase)
            ? new MicrosoftAppCredentials(AppId, Password, TenantId, _httpClient, _logger, key.Audience)
            : new PrivateCloudAppCredentials(this, key.Audience, key.LoginEndpoint, key.ValidateAuthority);

    /// <summary>The same, from a login endpoint that is not the public cloud's.</summary>
    private sealed class PrivateCloudAppCredentials(
        PasswordServiceClientCredentialFactory factory, string audience, string loginEndpoint, bool validateAuthority)
        : MicrosoftAppCredentials(factory.AppId, factory.Password, factory.TenantId, factory._httpClient, factory._logger, audience)
    {
        public override string OAuthEndpoint => loginEndpoint;

        public override bool ValidateAuthority => validateAuthority;
    }
}
