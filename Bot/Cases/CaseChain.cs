using System.Security.Cryptography;
using System.Text;

namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// The hash chain over a case's events: SHA-256 over the previous hash and the event's canonical JSON. A changed, missing or
/// reordered event breaks every hash after it.
/// </summary>
internal static class CaseChain
{
    /// <summary>What the first event of a case is chained to: 64 zeros.</summary>
    public static readonly string Start = new('0', 64);

    /// <returns>64 lower-case hex digits.</returns>
    public static string Hash(string previous, string canonicalJson) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + "\n" + canonicalJson)));
}
