using System.Net;
using System.Net.Sockets;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Opens connections for the download of evidence, and only to public addresses. The check is made on the very address that is then
/// connected to, so that a name which answers differently the second time gains nothing.
/// </summary>
internal sealed class GuardedConnect(Func<string, CancellationToken, Task<IPAddress[]>> resolve, bool allowLoopback)
{
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var resolved = IPAddress.TryParse(endPoint.Host, out var literal) ? [literal] : await resolve(endPoint.Host, cancellationToken);
        var allowed = resolved.Where(address => PublicAddress.Is(address) || (allowLoopback && IPAddress.IsLoopback(address))).ToArray();
        if (allowed.Length == 0)
        {
            throw new BlockedAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name led to no public address. Carries no address: the message may be logged.</summary>
internal sealed class BlockedAddressException() : IOException("The host has no public address.");
