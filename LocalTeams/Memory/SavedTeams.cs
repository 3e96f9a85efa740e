using System.Collections.Immutable;
using System.Text.Json;
using Rowcroft.LocalTeams.Chats;

namespace Rowcroft.LocalTeams.Memory;

/// <summary>What LocalTeams remembers from one run to the next, so that a bot which kept its data still finds its messages.</summary>
/// <remarks>Uploads are not kept: the bot fetched them when they were sent.</remarks>
internal sealed record SavedTeams
{
    public required IReadOnlyList<SavedPost> Posts { get; init; }

    /// <summary>By person.</summary>
    public required IReadOnlyDictionary<string, Installation> Installations { get; init; }

    public bool InTeam { get; init; }

    /// <summary>How far the clock had been moved forward.</summary>
    public TimeSpan Ahead { get; init; }
}

/// <summary>A message with its author's key; null for the bot.</summary>
internal sealed record SavedPost(
    string Id,
    string ConversationId,
    string? ThreadId,
    string? Author,
    JsonElement Json,
    DateTimeOffset At,
    int Version,
    bool IsDeleted,
    ImmutableDictionary<string, JsonElement> ViewerCards);
