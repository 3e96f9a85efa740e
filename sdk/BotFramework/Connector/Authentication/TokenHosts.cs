namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The hosts that may be sent the bot's token: Bot Framework's own, Teams' connector in each of its clouds, and, when
/// the token itself comes from this machine (development, tests), this machine. Everything else only over HTTPS.
/// </summary>
/// <remarks>
/// trafficmanager.net gives a name to anybody who asks, so only the one name that Teams uses is on the list, not the domain.
/// https://learn.microsoft.com/azure/bot-service/bot-service-resources-faq-security
/// </remarks>
internal static class TokenHosts
{
    private static readonly string[] Names = ["botframework.com", "botframework.azure.us", "botframework.us", "smba.trafficmanager.net"];

    private static readonly string[] Domains =
    [
        ".botframework.com", ".botframework.azure.us", ".botframework.us", ".teams.microsoft.com", ".teams.microsoft.us",
    ];

    public static bool MayReceive(Uri request, string loginEndpoint)
    {
        if (request is not { IsAbsoluteUri: true })
        {
            return false;
        }

        if (request.IsLoopback)
        {
            return Uri.TryCreate(loginEndpoint, UriKind.Absolute, out var login) && login.IsLoopback;
        }

        return request.Scheme == Uri.UriSchemeHttps
            && (Names.Contains(request.IdnHost, StringComparer.OrdinalIgnoreCase)
                || Domains.Any(domain => request.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase)));
    }
}
