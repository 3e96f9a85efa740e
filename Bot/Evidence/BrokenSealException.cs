namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Sealed bytes are not what was sealed: changed, cut off, put in another order or taken from another file.</summary>
internal sealed class BrokenSealException(string message, Exception? inner = null) : IOException(message, inner);
