using Microsoft.Bot.Connector;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Rest;
using Moq;

namespace Sdk.Tests.Connector;

public sealed class ConnectorClientTests
{
    private static readonly Uri ServiceUrl = new("https://smba.trafficmanager.net/uk/");

    [Fact]
    public async Task A_Borrowed_Http_Client_Outlives_The_Connector_Client()
    {
        await using var connector = await LoopbackConnector.StartAsync();
        using var http = connector.Http();

        new ConnectorClient(connector.Address, null, http, disposeHttpClient: false).Dispose();

        using var answer = await http.GetAsync(connector.Address);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task An_Owned_Http_Client_Ends_With_The_Connector_Client()
    {
        await using var connector = await LoopbackConnector.StartAsync();
        var http = connector.Http();

        new ConnectorClient(connector.Address, null, http, disposeHttpClient: true).Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => http.GetAsync(connector.Address));
    }

    [Fact]
    public void A_Client_Keeps_What_It_Is_Given()
    {
        using var http = Http();
        var credentials = Mock.Of<ServiceClientCredentials>();

        using var client = new ConnectorClient(ServiceUrl, credentials, http, disposeHttpClient: false);

        Assert.Same(http, client.HttpClient);
        Assert.Same(credentials, client.Credentials);
        Assert.Equal(ServiceUrl, client.BaseUri);
        Assert.NotNull(client.Conversations);
    }

    [Fact]
    public void The_Channel_Is_Told_Which_Software_Calls()
    {
        using var http = Http();

        ConnectorClient.AddDefaultRequestHeaders(http);
        ConnectorClient.AddDefaultRequestHeaders(http);

        var agent = http.DefaultRequestHeaders.UserAgent;
        Assert.Single(agent, product => product.Product?.Name == "Microsoft-BotFramework");
        Assert.Single(agent, product => product.Product?.Name == "BotBuilder");
        var framework = ConnectorClient.GetASPNetVersion().Replace(",", "").Replace(" ", "").Replace("=", "");
        Assert.Contains(framework, agent.ToString().Replace("/", ""), StringComparison.Ordinal);
        Assert.Equal("*/*", http.DefaultRequestHeaders.Accept.ToString());
        Assert.False(http.DefaultRequestHeaders.ExpectContinue);
    }

    private static HttpClient Http() =>
        new ServiceCollection().AddHttpClient().BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient();
}
