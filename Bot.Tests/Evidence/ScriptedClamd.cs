using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>Listens where clamd would, and gives the same answer to everything; or none.</summary>
internal sealed class ScriptedClamd : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _asked = new();

    public ScriptedClamd(string? answer)
    {
        _listener.Start();
        _ = ServeAsync(answer);
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Somebody has sent something.</summary>
    public Task Asked => _asked.Task;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync(string? answer)
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token), answer);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task AnswerAsync(TcpClient client, string? answer)
    {
        using (client)
        {
            var stream = client.GetStream();
            var last = new byte[4];
            var buffer = new byte[100_000];
            for (int read; (read = await stream.ReadAsync(buffer, _end.Token)) > 0;)
            {
                _asked.TrySetResult();
                last = [.. last, .. buffer.AsSpan(0, read)];
                last = last[^4..];
                if (answer is not null && (last.AsSpan().SequenceEqual(new byte[4]) || last.AsSpan().SequenceEqual("ING\0"u8)))
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(last[0] == 'I' ? "PONG\0" : answer + "\0"), _end.Token);
                    return;
                }
            }
        }
    }
}
