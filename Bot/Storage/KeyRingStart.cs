using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// Before anything uses the key ring: with a key in Key Vault, locks what still lies open and opens every entry once, or the bot does not
/// begin. The ring itself would go on with a new key, and old evidence would look lost.
/// </summary>
internal sealed class KeyRingStart(IServiceProvider services, IDbContextFactory<BotDbContext> contexts, IOptions<KeyRingOptions> options)
{
    private static readonly XNamespace Ring = "http://schemas.asp.net/2015/03/dataProtection";

    /// <exception cref="KeyVaultException">The ring cannot be used, now or as it is configured.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.Value.KeyVaultKey is null)
        {
            await RefuseLockedAsync(cancellationToken);
            return;
        }

        services.GetRequiredService<KeyVaultKeys>().Wrap(RandomNumberGenerator.GetBytes(32));
        await LockAsync(cancellationToken);
        foreach (var key in services.GetRequiredService<IKeyManager>().GetAllKeys())
        {
            _ = key.Descriptor;
        }
    }

    /// <summary>Without the setting a locked ring must not quietly get an open key beside the locked ones.</summary>
    private async Task RefuseLockedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.DataProtectionKeys.AnyAsync(row => row.Xml!.Contains(nameof(KeyRingDecryptor)), cancellationToken))
        {
            throw new KeyVaultException(KeyRingDecryptor.WithoutKey);
        }
    }

    private async Task LockAsync(CancellationToken cancellationToken)
    {
        var encryptor = new KeyRingEncryptor(services.GetRequiredService<KeyVaultKeys>());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var row in await db.DataProtectionKeys.ToListAsync(cancellationToken))
        {
            var entry = XElement.Parse(row.Xml!);
            foreach (var open in entry.Descendants().Where(element => (bool?)element.Attribute(Ring + "requiresEncryption") == true).ToList())
            {
                var locked = encryptor.Encrypt(open);
                open.ReplaceWith(new XElement(
                    Ring + "encryptedSecret",
                    new XAttribute("decryptorType", locked.DecryptorType.AssemblyQualifiedName!),
                    locked.EncryptedElement));
                row.Xml = entry.ToString(SaveOptions.DisableFormatting);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
