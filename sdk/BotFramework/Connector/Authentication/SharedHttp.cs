namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The process's own HTTP client, for whoever was not given a factory. Its connections are renewed every two minutes,
/// so that a changed address is noticed.
/// </summary>
internal static class SharedHttp
{
    public static HttpClient Client { get; } = Create(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseCookies = false,
    });

    public static HttpClient Create(HttpMessageHandler handler) =>
#pragma warning disable RS0030 // The one place that stands in for IHttpClientFactory where the host has none.
        new(handler, disposeHandler: false);
#pragma warning restore RS0030
}
