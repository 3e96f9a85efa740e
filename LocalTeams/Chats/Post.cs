using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>One message as it stands now: what was sent, and what single viewers see instead of it.</summary>
internal sealed record Post
{
    public required string Id { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The first post of the thread; null in a private chat.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Null when the bot wrote it.</summary>
    public Person? Author { get; init; }

    /// <summary>The activity as its author sent it.</summary>
    public required JsonElement Json { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Counts the author's versions of the message, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Counts every visible change, so that a page can tell the newer of two.</summary>
    public int Revision { get; init; } = 1;

    public bool IsDeleted { get; init; }

    /// <summary>By person: the card that an action gave to this viewer alone, until the author changes the message.</summary>
    public ImmutableDictionary<string, JsonElement> ViewerCards { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>By person: the line under the message, such as the failure of an action.</summary>
    public ImmutableDictionary<string, Notice> Notices { get; init; } = ImmutableDictionary<string, Notice>.Empty;

    public bool IsFromBot => Author is null;

    /// <summary>A copy to read or change freely.</summary>
    public JsonObject Activity => JsonObject.Create(Json)!;

    /// <summary>The adaptive card this viewer sees; null when the message has none.</summary>
    public JsonObject? CardFor(Person viewer) =>
        ViewerCards.TryGetValue(viewer.Key, out var own) ? JsonObject.Create(own) : CardContent.In(Activity);
}
