namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The HTTP client that all connector clients of one bot share. A client made by the host's factory is exchanged for a new
/// one every minute, so that the factory's own renewal of connections still takes effect.
/// </summary>
internal sealed class ConnectorHttp(IHttpClientFactory factory, TimeProvider time)
{
    private static readonly TimeSpan ExchangeAfter = TimeSpan.FromMinutes(1);

    private Held _held;

    public HttpClient Client
    {
        get
        {
            var now = time.GetTimestamp();
            var held = Volatile.Read(ref _held);
            if (held is null || (factory is not null && time.GetElapsedTime(held.Since, now) >= ExchangeAfter))
            {
                held = new Held(factory?.CreateClient() ?? SharedHttp.Client, now);
                ConnectorClient.AddDefaultRequestHeaders(held.Client);
                Volatile.Write(ref _held, held);
            }

            return held.Client;
        }
    }

    private sealed record Held(HttpClient Client, long Since);
}
