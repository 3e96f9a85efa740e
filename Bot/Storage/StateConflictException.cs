namespace Rowcroft.TeamsBot.Storage;

/// <summary>Another turn has written this state since it was read. Nothing was stored.</summary>
internal sealed class StateConflictException(string? expected)
    : Exception($"Etag conflict. The state with ETag {expected} has been replaced or deleted since it was read.");
