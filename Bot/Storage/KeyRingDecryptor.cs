using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Opens what <see cref="KeyRingEncryptor"/> locked. Entries name it: with another name or namespace none of them can be read.</summary>
internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public const string WithoutKey =
        "DataProtection:KeyVaultKey must be set: the key ring in this database is locked with Key Vault.";

    public XElement Decrypt(XElement encryptedElement)
    {
        if (services.GetRequiredService<IOptions<KeyRingOptions>>().Value.KeyVaultKey is null)
        {
            throw new KeyVaultException(WithoutKey);
        }

        try
        {
            return Open(encryptedElement, services.GetRequiredService<KeyVaultKeys>());
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or CryptographicException and not KeyVaultException)
        {
            throw new KeyVaultException("An entry of the key ring is damaged.", exception);
        }
    }

    private static XElement Open(XElement locked, KeyVaultKeys vault)
    {
        var kid = locked.Element("key")?.Attribute("kid")?.Value ?? throw new FormatException();
        var wrapped = new WrappedKey(new Uri(kid), Text(locked, "key"));
        var content = Bytes(locked, "content");
        var plain = new byte[content.Length];
        using var aes = new AesGcm(vault.Unwrap(wrapped), KeyRingEncryptor.TagSize);
        aes.Decrypt(Bytes(locked, "nonce"), content, Bytes(locked, "tag"), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private static byte[] Bytes(XElement locked, string name) => Convert.FromBase64String(Text(locked, name));

    private static string Text(XElement locked, string name) => locked.Element(name)?.Value ?? throw new FormatException();
}
