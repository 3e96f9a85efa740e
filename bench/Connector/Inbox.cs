using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rowcroft.Bench.Connector;

/// <summary>What a bot sent into one conversation.</summary>
/// <param name="keepsLast">Whether its last activity is wanted, or only that there was one.</param>
internal sealed class Inbox(bool keepsLast)
{
    private long _count;
    private volatile byte[] _last = [];

    public long Count => Interlocked.Read(ref _count);

    public async Task TakeAsync(Stream body, CancellationToken cancellation)
    {
        if (keepsLast)
        {
            using var copy = new MemoryStream();
            await body.CopyToAsync(copy, cancellation);
            _last = copy.ToArray();
        }

        Interlocked.Increment(ref _count);
    }

    public bool LastHas(ReadOnlySpan<byte> utf8) => _last.AsSpan().IndexOf(utf8) >= 0;

    /// <summary>The data of the first button on the card that came last.</summary>
    /// <exception cref="InvalidOperationException">There is no such card.</exception>
    public JsonNode FirstButton() =>
        (_last.Length > 0 ? JsonSerializer.Deserialize<JsonNode>(_last) : null)?["attachments"]?[0]?["content"]?["actions"]?[0]?["data"]
        ?? throw new InvalidOperationException("The bot was expected to send a card with a button, and did not.");
}
