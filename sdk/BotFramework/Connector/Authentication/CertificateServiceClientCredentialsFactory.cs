using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes credentials from an app id and a certificate, and keeps them, so that they keep their tokens.</summary>
public class CertificateServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<(string Audience, string LoginEndpoint, bool ValidateAuthority), ServiceClientCredentials> _made = new();
    private readonly X509Certificate2 _certificate;
    private readonly string _appId;
    private readonly string _tenantId;
    private readonly HttpClient _httpClient;
    private readonly ILogger _logger;
    private readonly bool _sendX5c;

    public CertificateServiceClientCredentialsFactory(
        X509Certificate2 certificate,
        string appId,
        string tenantId = null,
        HttpClient httpClient = null,
        ILogger logger = null,
        bool sendX5c = false)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(string.IsNullOrWhiteSpace(appId) ? null : appId, nameof(appId));
        _certificate = certificate;
        _appId = appId;
        _tenantId = tenantId;
        _httpClient = httpClient;
        _logger = logger;
        _sendX5c = sendX5c;
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == _appId);

    /// <summary>Never: whoever has a certificate has an app id.</summary>
    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (appId != _appId)
        {
            throw new InvalidOperationException("Invalid Managed ID.");
        }

        return Task.FromResult(_made.GetOrAdd((audience, loginEndpoint, validateAuthority), Create));
    }

    private ServiceClientCredentials Create((string Audience, string LoginEndpoint, bool ValidateAuthority) key) =>
        key.LoginEndpoint.Equals(AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, StringComparison.OrdinalIgnoreCase)
            ? new CertificateAppCredentials(_certificate, _appId, _tenantId, key.Audience, _sendX5c, _httpClient, _logger)
            : new PrivateCloudAppCredentials(this, key.Audience, key.LoginEndpoint, key.ValidateAuthority);

    /// <summary>The same, from a login endpoint that is not the public cloud's.</summary>
    private sealed class PrivateCloudAppCredentials(
        CertificateServiceClientCredentialsFactory factory, string audience, string loginEndpoint, bool validateAuthority)
        : CertificateAppCredentials(
            factory._certificate, factory._appId, factory._tenantId, audience, factory._sendX5c, factory._httpClient, factory._logger)
    {
        public override string OAuthEndpoint => loginEndpoint;

        public override bool ValidateAuthority => validateAuthority;
    }
}
