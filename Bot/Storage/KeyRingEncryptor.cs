using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Locks an entry of the key ring with an AES-256-GCM key of its own, which Key Vault wraps.</summary>
internal sealed class KeyRingEncryptor(KeyVaultKeys vault) : IXmlEncryptor
{
    internal const int TagSize = 16;
    private const int KeySize = 32;
    private const int NonceSize = 12;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (sealedBytes, tag) = (new byte[plain.Length], new byte[TagSize]);
        using (var aes = new AesGcm(key, TagSize))
        {
            aes.Encrypt(nonce, plain, sealedBytes, tag);
        }

        CryptographicOperations.ZeroMemory(plain);
        var wrapped = vault.Wrap(key);
        CryptographicOperations.ZeroMemory(key);
        var locked = new XElement(
            "locked",
            new XElement("key", new XAttribute("kid", wrapped.Key.AbsoluteUri), wrapped.Value),
            new XElement("nonce", Convert.ToBase64String(nonce)),
            new XElement("tag", Convert.ToBase64String(tag)),
            new XElement("content", Convert.ToBase64String(sealedBytes)));
        return new EncryptedXmlInfo(locked, typeof(KeyRingDecryptor));
    }
}
