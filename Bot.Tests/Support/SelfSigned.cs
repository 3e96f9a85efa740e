using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>Self-signed certificates in files, as an IT person would make one for the bot's registration.</summary>
internal static class SelfSigned
{
    public static X509Certificate2 Rsa(DateTimeOffset lastMoment)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(lastMoment.AddYears(-1), lastMoment);
    }

    public static X509Certificate2 EllipticCurve(DateTimeOffset lastMoment)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256).CreateSelfSigned(lastMoment.AddYears(-1), lastMoment);
    }

    public static string Pem(this X509Certificate2 certificate, TempFolder folder, string? password = null)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        return Write(folder, "bot.pem", $"{certificate.ExportCertificatePem()}\n{(password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, parameters))}");
    }

    public static string Pkcs12(this X509Certificate2 certificate, TempFolder folder, string? password = null)
    {
        var path = folder.File("bot.p12");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
        return path;
    }

    private static string Write(TempFolder folder, string name, string text)
    {
        var path = folder.File(name);
        File.WriteAllText(path, text);
        return path;
    }
}
