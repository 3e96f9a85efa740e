using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Asks clamd. INSTREAM: pieces with their length before them, an empty one at the end, one line as the answer. One connection for each file.
/// https://docs.clamav.net/manual/Usage/Scanning.html#clamd.
/// </summary>
internal sealed partial class ClamdScanner(IOptions<EvidenceOptions> options, TimeProvider time, ILogger<ClamdScanner> logger) : IMalwareScanner
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 1024;
    private const int LongestName = 80;

    private readonly EndPoint? _address = ClamdAddress.TryParse(options.Value.Clamd, out var address) ? address : null;

    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        if (_address is null)
        {
            return new ScanResult.Off();
        }

        var answer = await AskAsync((stream, stop) => SendAsync(content, stream, stop), cancellationToken);
        return Read(answer);
    }

    public async Task<bool?> IsThereAsync(CancellationToken cancellationToken) => _address is null
        ? null
        : await AskAsync((stream, stop) => stream.WriteAsync("zPING\0"u8.ToArray(), stop), cancellationToken) == "PONG";

    /// <returns><c>null</c> when there was no answer.</returns>
    private async Task<string?> AskAsync(Func<NetworkStream, CancellationToken, ValueTask> send, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(options.Value.ScanTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            var protocol = _address is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp;
            using var socket = protocol == ProtocolType.Tcp
                ? new Socket(SocketType.Stream, protocol)
                : new Socket(AddressFamily.Unix, SocketType.Stream, protocol);
            await socket.ConnectAsync(_address!, either.Token);
            await using var stream = new NetworkStream(socket);
            var isSent = await TrySendAsync(send, stream, either.Token);
            var answer = await ReceiveAsync(stream, either.Token);
            return isSent || answer.Length > 0 ? answer : null;
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, "no answer in time");
        }
        catch (Exception exception) when (exception is SocketException or IOException { InnerException: SocketException })
        {
            Log.NoAnswer(logger, "no connection");
        }

        return null;
    }

    /// <summary>clamd answers and closes as soon as a file is too large for it, while it is still being sent.</summary>
    private static async Task<bool> TrySendAsync(
        Func<NetworkStream, CancellationToken, ValueTask> send, NetworkStream stream, CancellationToken cancellationToken)
    {
        try
        {
            await send(stream, cancellationToken);
            return true;
        }
        catch (IOException exception) when (exception.InnerException is SocketException)
        {
            return false;
        }
    }

    private static async ValueTask SendAsync(Stream content, NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece + 4);
        try
        {
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
            int read;
            do
            {
                read = await content.ReadAtLeastAsync(buffer.AsMemory(4, Piece), Piece, throwOnEndOfStream: false, cancellationToken);
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                await stream.WriteAsync(buffer.AsMemory(0, 4 + read), cancellationToken);
            }
            while (read > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true); // it held somebody's picture
        }
    }

    private static async Task<string> ReceiveAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(answer, 0, read).TrimEnd('\0', '\n');
    }

    private ScanResult Read(string? answer)
    {
        const string Stream = "stream: ";
        const string Found = " FOUND";
        if (answer == Stream + "OK")
        {
            return new ScanResult.Clean();
        }

        if (answer is not null && answer.StartsWith(Stream, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal))
        {
            return new ScanResult.Infected(CleanName(answer[Stream.Length..^Found.Length]));
        }

        if (answer is not null)
        {
            Log.NotScanned(logger, answer.Contains("size limit", StringComparison.Ordinal) ? "it is larger than its StreamMaxLength" : "unknown answer");
        }

        return new ScanResult.Unavailable();
    }

    // A name such as Win.Test.EICAR_HDB-1: shown to people and written in the case, so nothing else may be in it.
    private static string CleanName(string name)
    {
        var cleaned = new string([.. name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-').Take(LongestName)]);
        return cleaned.Length > 0 ? cleaned : "unnamed";
    }

    private static partial class Log
    {
        [LoggerMessage(2551, LogLevel.Warning, "clamd could not be asked: {Why}")]
        public static partial void NoAnswer(ILogger logger, string why);

        [LoggerMessage(2552, LogLevel.Warning, "clamd did not scan a file: {Why}")]
        public static partial void NotScanned(ILogger logger, string why);
    }
}
