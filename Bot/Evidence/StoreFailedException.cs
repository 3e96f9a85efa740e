namespace Rowcroft.TeamsBot.Evidence;

/// <summary>The store could not take bytes: it is full, read-only or away. Nothing of them is kept.</summary>
internal sealed class StoreFailedException(Exception inner) : Exception("The evidence store did not take a file", inner);
