using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Wraps the key of each file with the key ring, for that file alone: a wrapped key is of no use in another record.</summary>
internal sealed class EvidenceKeys(IDataProtectionProvider ring)
{
    private readonly IDataProtector _protector = ring.CreateProtector("Evidence", "v1");

    public byte[] Wrap(byte[] key, EvidenceId id) => _protector.CreateProtector(id.ToString()).Protect(key);

    /// <returns><c>null</c> when the ring no longer has what it was wrapped with, or it was wrapped for another file.</returns>
    public byte[]? Unwrap(byte[] wrapped, EvidenceId id)
    {
        try
        {
            return _protector.CreateProtector(id.ToString()).Unprotect(wrapped);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
