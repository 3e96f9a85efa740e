using System.Security.Cryptography;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Key Vault did not do what was asked; the message is one sentence for the person who runs the bot.</summary>
internal sealed class KeyVaultException(string message, Exception? inner = null) : CryptographicException(message, inner);
