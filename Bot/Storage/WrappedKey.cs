namespace Rowcroft.TeamsBot.Storage;

/// <param name="Key">Identifier, always with the version, of the key in Key Vault that can open it.</param>
/// <param name="Value">What Key Vault made of it, in base64url.</param>
internal sealed record WrappedKey(Uri Key, string Value);
