using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The bot's app registration as it stands in configuration: <c>MicrosoftAppType</c> (<c>SingleTenant</c>,
/// <c>UserAssignedMSI</c>, <c>MultiTenant</c>), <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c>, <c>MicrosoftAppTenantId</c>.
/// </summary>
/// <remarks>Multi-tenant is what an absent or unknown type means, although Azure refuses new registrations of that type.</remarks>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ServiceClientCredentialsFactory _inner;

    /// <exception cref="ArgumentException">Something that the type of app needs is missing, or must not be there.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var type = configuration[MicrosoftAppCredentials.MicrosoftAppTypeKey];
        var appId = configuration[MicrosoftAppCredentials.MicrosoftAppIdKey];
        var password = configuration[MicrosoftAppCredentials.MicrosoftAppPasswordKey];
        var tenantId = configuration[MicrosoftAppCredentials.MicrosoftAppTenantIdKey];

        if (string.Equals(type, "UserAssignedMSI", StringComparison.OrdinalIgnoreCase))
        {
            Require(appId, MicrosoftAppCredentials.MicrosoftAppIdKey, "MSI");
            Require(tenantId, MicrosoftAppCredentials.MicrosoftAppTenantIdKey, "MSI");
            if (!string.IsNullOrWhiteSpace(password))
            {
                throw new ArgumentException(
                    $"{MicrosoftAppCredentials.MicrosoftAppPasswordKey} must not be set for MSI in configuration.", nameof(configuration));
            }

            _inner = new ManagedIdentityServiceClientCredentialsFactory(appId, httpClient, logger);
        }
        else if (string.Equals(type, "SingleTenant", StringComparison.OrdinalIgnoreCase))
        {
            Require(appId, MicrosoftAppCredentials.MicrosoftAppIdKey, "SingleTenant");
            Require(tenantId, MicrosoftAppCredentials.MicrosoftAppTenantIdKey, "SingleTenant");
            Require(password, MicrosoftAppCredentials.MicrosoftAppPasswordKey, "SingleTenant");
            _inner = new PasswordServiceClientCredentialFactory(appId, password, tenantId, httpClient, logger);
        }
        else
        {
            _inner = new PasswordServiceClientCredentialFactory(appId, password, tenantId: string.Empty, httpClient, logger);
        }
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        _inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        _inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        _inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);

    private static void Require(string value, string key, string type)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{key} is required for {type} in configuration.");
        }
    }
}
