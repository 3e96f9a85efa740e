using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>Tells every open page, and every waiting test, what has just changed.</summary>
internal sealed class News
{
    private readonly Lock _gate = new();
    private readonly List<Channel<string>> _readers = [];
    private TaskCompletionSource _next = NewSource();

    public void Publish(JsonObject item)
    {
        var line = item.ToJsonString();
        TaskCompletionSource happened;
        lock (_gate)
        {
            foreach (var reader in _readers)
            {
                reader.Writer.TryWrite(line);
            }

            happened = _next;
            _next = NewSource();
        }

        happened.TrySetResult();
    }

    /// <summary>Completes with the next item, whichever it is.</summary>
    public Task NextAsync()
    {
        lock (_gate)
        {
            return _next.Task;
        }
    }

    /// <summary>Everything from now on, after <paramref name="first"/>, which is made when listening has begun.</summary>
    public async IAsyncEnumerable<string> ListenAsync(Func<JsonObject> first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateUnbounded<string>();
        lock (_gate)
        {
            _readers.Add(channel);
        }

        try
        {
            yield return first().ToJsonString();
            while (await WaitAsync(channel.Reader, cancellation))
            {
                while (channel.Reader.TryRead(out var line))
                {
                    yield return line;
                }
            }
        }
        finally
        {
            lock (_gate)
            {
                _readers.Remove(channel);
            }
        }
    }

    private static async Task<bool> WaitAsync(ChannelReader<string> reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.WaitToReadAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
