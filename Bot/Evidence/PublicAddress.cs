using System.Net;
using System.Net.Sockets;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Tells addresses of the public internet from those of private networks, this machine and the cloud's own services.</summary>
/// <remarks>
/// https://www.iana.org/assignments/iana-ipv4-special-registry and the IPv6 registry beside it; 168.63.129.16 is Azure's host service, which
/// looks public and is not.
/// </remarks>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",

            // Everything but 2000::/3, and of that the special ranges: Teredo and its neighbours, documentation, and 6to4, which carries
            // an IPv4 address inside.
            "::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            && !NotPublic.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
