using System.Text.Json.Nodes;

namespace Rowcroft.Bench.Connector;

/// <summary>What a bot sent into one conversation.</summary>
/// <param name="keepsLast">Whether its last activity is wanted, or only that there was one.</param>
internal sealed class Inbox(bool keepsLast)
{
    private long _count;
    private volatile JsonNode? _last;

    public long Count => Interlocked.Read(ref _count);

    /// <summary>The activity that came last, with its cards.</summary>
    public JsonNode? Last => _last;

    public async Task TakeAsync(Stream body, CancellationToken cancellation)
    {
        if (keepsLast)
        {
            _last = await JsonNode.ParseAsync(body, cancellationToken: cancellation);
        }

        Interlocked.Increment(ref _count);
    }
}
