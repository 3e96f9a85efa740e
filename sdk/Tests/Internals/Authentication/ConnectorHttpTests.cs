using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Time.Testing;

namespace Sdk.Tests.Internals.Authentication;

public class ConnectorHttpTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void The_Hosts_Client_Is_Shared_For_A_Minute()
    {
        var factory = new CountingFactory();
        var http = new ConnectorHttp(factory, _time);
        var first = http.Client;
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(first, http.Client);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotSame(first, http.Client);
        Assert.Equal(2, factory.Made);
    }

    [Fact]
    public void Every_Client_Says_Which_Software_Calls()
    {
        var http = new ConnectorHttp(new CountingFactory(), _time);
        Assert.Contains("Microsoft-BotFramework", http.Client.DefaultRequestHeaders.UserAgent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_A_Factory_All_Bots_Share_One_Client()
    {
        var one = new ConnectorHttp(null, _time).Client;
        Assert.Same(one, new ConnectorHttp(null, _time).Client);
    }

    private sealed class CountingFactory : IHttpClientFactory
    {
        public int Made { get; private set; }

        public HttpClient CreateClient(string name)
        {
            Made++;
#pragma warning disable RS0030 // This is the factory.
            return new HttpClient();
#pragma warning restore RS0030
        }
    }
}
