using System.Text.Json.Nodes;

namespace Rowcroft.LocalTeams.Page;

/// <summary><paramref name="Uploads"/> are the ids of uploads made before, in the order to attach them.</summary>
internal sealed record SayRequest(string? Text, IReadOnlyList<Guid>? Uploads);

/// <summary><paramref name="Thread"/> is the first message of the thread to answer in; null begins a new one.</summary>
internal sealed record SayInChannelRequest(string Channel, string? Text, string? Thread, bool MentionsBot);

/// <summary><paramref name="Action"/> is what was pressed, with its data and the inputs.</summary>
internal sealed record PressRequest(string Post, JsonObject Action);

internal sealed record RefreshRequest(string Post);

/// <summary>A press on a button outside an adaptive card: the chat shows one thing, the bot may get another.</summary>
internal sealed record ReplyRequest(string Post, string Shown, string Text, JsonNode? Value);
