using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Builds MSAL's client. MSAL insists on HTTPS; a token endpoint on this machine may be plain HTTP, so MSAL is told
/// https and the requests to that one address are sent as http.
/// </summary>
internal static class ConfidentialClient
{
    /// <param name="prove">Gives the client what it shows the issuer: a secret or a certificate.</param>
    public static IConfidentialClientApplication Create(
        string appId,
        Func<ConfidentialClientApplicationBuilder, ConfidentialClientApplicationBuilder> prove,
        string authority,
        bool validateAuthority,
        HttpClient httpClient)
    {
        var endpoint = new Uri(authority);
        var http = httpClient ?? SharedHttp.Client;
        if (endpoint.IsLoopback && endpoint.Scheme == Uri.UriSchemeHttp)
        {
            http = SharedHttp.Create(new PlainLoopback(http, endpoint.Authority));
            authority = new UriBuilder(endpoint) { Scheme = Uri.UriSchemeHttps }.Uri.AbsoluteUri;
        }

        var validate = validateAuthority && !endpoint.IsLoopback;
        return prove(ConfidentialClientApplicationBuilder.Create(appId))
            .WithAuthority(authority, validate)
            .WithInstanceDiscovery(validate)
            .WithHttpClientFactory(new OneClient(http))
            .Build();
    }

    private sealed class OneClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }

    private sealed class PlainLoopback(HttpClient inner, string authority) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var uri = request.RequestUri;
            var address = uri.Authority == authority ? new UriBuilder(uri) { Scheme = Uri.UriSchemeHttp, Port = uri.Port }.Uri : uri;

            // A copy, because a client refuses to send the request of another client.
            var copy = new HttpRequestMessage(request.Method, address) { Content = request.Content };
            foreach (var header in request.Headers)
            {
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            return inner.SendAsync(copy, cancellationToken);
        }
    }
}
