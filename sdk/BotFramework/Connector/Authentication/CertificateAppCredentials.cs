using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials made of an app id and a certificate with its private key, of which Microsoft Entra ID knows the public half.</summary>
public class CertificateAppCredentials : AppCredentials
{
    private readonly X509Certificate2 _certificate;
    private readonly bool _sendX5c;

    /// <param name="sendX5c">
    /// Sends the certificate along, for registrations that trust a subject name and issuer instead of one certificate.
    /// </param>
    public CertificateAppCredentials(
        X509Certificate2 clientCertificate,
        string appId,
        string channelAuthTenant = null,
        string oAuthScope = null,
        bool sendX5c = false,
        HttpClient customHttpClient = null,
        ILogger logger = null)
        : base(channelAuthTenant, customHttpClient, logger, oAuthScope)
    {
        ArgumentNullException.ThrowIfNull(clientCertificate);
        ArgumentNullException.ThrowIfNull(string.IsNullOrEmpty(appId) ? null : appId, nameof(appId));
        MicrosoftAppId = appId;
        _certificate = clientCertificate;
        _sendX5c = sendX5c;
    }

    protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(() => new MsalAppCredentials(
        ConfidentialClient.Create(
            MicrosoftAppId, client => client.WithCertificate(_certificate, _sendX5c), OAuthEndpoint, ValidateAuthority, CustomHttpClient),
        MicrosoftAppId,
        OAuthEndpoint,
        OAuthScope,
        ValidateAuthority,
        Logger));
}
