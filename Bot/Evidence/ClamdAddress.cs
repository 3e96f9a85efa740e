using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Where clamd listens: <c>host:port</c>, or the path of a Unix socket.</summary>
internal static class ClamdAddress
{
    public static bool TryParse(string? text, out EndPoint? address)
    {
        address = null;
        if (text is null || text.Length == 0)
        {
            return false;
        }

        if (text[0] == '/')
        {
            address = text.Length < 100 ? new UnixDomainSocketEndPoint(text) : null; // the system takes no longer path
            return address is not null;
        }

        var colon = text.LastIndexOf(':');
        var host = text[..Math.Max(0, colon)].Trim('[', ']');
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown
            || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is 0 or > ushort.MaxValue)
        {
            return false;
        }

        address = IPAddress.TryParse(host, out var ip) ? new IPEndPoint(ip, port) : new DnsEndPoint(host, port);
        return true;
    }
}
