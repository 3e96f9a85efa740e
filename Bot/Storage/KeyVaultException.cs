using System.Security.Cryptography;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Key Vault did not do what was asked; the message is one sentence for the person who runs the bot.</summary>
internal sealed class KeyVaultException(string message, Exception? inner = null) : CryptographicException(message, inner)
{
    /// <summary>It does not answer, or refuses: a network, a role or a key that may be there in a minute. Otherwise what is kept is wrong.</summary>
    public bool MayPass { get; init; }
}
