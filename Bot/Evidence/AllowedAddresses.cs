using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Which addresses may be asked for evidence at all: https, default port, no user information, a name (not a number) on the list of hosts.
/// Whatever a message says, the bot opens nothing else. On a developer's machine also this machine itself, where Teams is played.
/// </summary>
internal sealed partial class AllowedAddresses(IReadOnlyList<string> hosts, bool allowLoopback)
{
    public bool Contains(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0)
        {
            return false;
        }

        if (allowLoopback && address.IsLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return true;
        }

        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && address.HostNameType == UriHostNameType.Dns
            && hosts.Any(allowed => Matches(address.IdnHost, allowed));
    }

    /// <summary>A host name of at least two labels, or <c>*.</c> before one: a single star would allow the whole world.</summary>
    public static bool IsHostRule(string rule) => HostRule().IsMatch(rule);

    [GeneratedRegex(@"^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostRule();

    private static bool Matches(string host, string allowed) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > allowed.Length - 1 && host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
