namespace Rowcroft.TeamsBot.Storage;

/// <summary>Where sealed bytes are, and what opens them.</summary>
/// <param name="Address">SHA-256 of the sealed bytes: 64 lower-case hex digits. No two records have the same.</param>
/// <param name="WrappedKey"><c>null</c> once it is purged; also until it is sealed, for a file from before files were.</param>
internal sealed record EvidenceSeal(string Address, byte[]? WrappedKey);
