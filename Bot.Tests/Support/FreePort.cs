using System.Net;
using System.Net.Sockets;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>Ports for programs that must be told one before they listen, and at which nobody else comes to listen meanwhile.</summary>
internal static class FreePort
{
    // Below those that Linux gives to whoever asks for any: every other server of these tests does.
    private const int First = 20_000;
    private const int End = 32_000;

    // From anywhere on, because other test runs may be going on; and none twice in this one.
    private static int _last = Random.Shared.Next(End - First);

    public static int Take()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _last) % (End - First));
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody has it; there are thousands.
            }
        }
    }
}
