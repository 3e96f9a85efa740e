namespace Microsoft.Rest;

/// <summary>A client of one REST service, with the HTTP client that it was given or made.</summary>
public abstract class ServiceClient<T> : IDisposable
    where T : ServiceClient<T>
{
    private readonly bool _disposeHttpClient;
    private bool _disposed;

    protected ServiceClient(params DelegatingHandler[] handlers)
    {
#pragma warning disable RS0030 // Nobody gave this client an HTTP client, so it owns one for as long as it lives.
        HttpClient = new HttpClient(Pipeline(handlers));
#pragma warning restore RS0030
        _disposeHttpClient = true;
    }

    protected ServiceClient(HttpClient httpClient, bool disposeHttpClient)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        HttpClient = httpClient;
        _disposeHttpClient = disposeHttpClient;
    }

    public HttpClient HttpClient { get; protected set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_disposeHttpClient)
        {
            HttpClient.Dispose();
        }
    }

    private static HttpMessageHandler Pipeline(DelegatingHandler[] handlers)
    {
        HttpMessageHandler next = new SocketsHttpHandler();
        foreach (var handler in (handlers ?? []).Reverse())
        {
            handler.InnerHandler = next;
            next = handler;
        }

        return next;
    }
}
