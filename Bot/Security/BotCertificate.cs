using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Connector.Authentication;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// The certificate by which Entra knows a bot that is neither a managed identity nor has a secret. A file with the certificate and its RSA key:
/// PEM (<c>.pem</c>), or PKCS #12 as App Service puts it under <c>/var/ssl/private</c>. Read at the start; a renewed one is good from the next.
/// </summary>
internal static class BotCertificate
{
    public const string PathKey = "MicrosoftAppCertificatePath";
    public const string PasswordKey = "MicrosoftAppCertificatePassword";

    public const string TwoProofs =
        PathKey + " and MicrosoftAppPassword are both set. Keep the certificate or the secret, and leave the other out.";

    public const string NoTenant = PathKey + " needs MicrosoftAppType SingleTenant, MicrosoftAppId and MicrosoftAppTenantId, where the certificate is registered.";

    public const string Unreadable = PathKey + " must be a readable .pem, .pfx or .p12 file with the certificate and its private key, and " + PasswordKey + " its password if it has one.";

    public const string NotRsa = PathKey + " must be a certificate with its RSA private key: Entra takes no other, and the certificate alone proves nothing.";

    public static bool IsSet(IConfiguration configuration) => configuration[PathKey] is { Length: > 0 };

    /// <summary>The credentials that configuration describes; the package itself reads all kinds but this one.</summary>
    /// <exception cref="BotCertificateException">The certificate cannot be used.</exception>
    public static ServiceClientCredentialsFactory Credentials(IConfiguration configuration) => IsSet(configuration)
        ? new CertificateServiceClientCredentialsFactory(
            Open(configuration),
            configuration[MicrosoftAppCredentials.MicrosoftAppIdKey],
            configuration[MicrosoftAppCredentials.MicrosoftAppTenantIdKey])
        : new ConfigurationServiceClientCredentialFactory(configuration);

    /// <exception cref="BotCertificateException">It cannot be used, with the one thing to do.</exception>
    public static X509Certificate2 Open(IConfiguration configuration)
    {
        if (configuration[MicrosoftAppCredentials.MicrosoftAppPasswordKey] is { Length: > 0 })
        {
            throw new BotCertificateException(TwoProofs);
        }

        if (!"SingleTenant".Equals(configuration[MicrosoftAppCredentials.MicrosoftAppTypeKey], StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrWhiteSpace(configuration[MicrosoftAppCredentials.MicrosoftAppIdKey])
            || string.IsNullOrWhiteSpace(configuration[MicrosoftAppCredentials.MicrosoftAppTenantIdKey]))
        {
            throw new BotCertificateException(NoTenant);
        }

        var certificate = Read(configuration[PathKey]!, configuration[PasswordKey]);
        using var key = certificate.GetRSAPrivateKey();
        return key is null ? throw new BotCertificateException(NotRsa) : certificate;
    }

    private static X509Certificate2 Read(string path, string? password)
    {
        try
        {
            return !Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase) ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new BotCertificateException(Unreadable);
        }
    }
}
