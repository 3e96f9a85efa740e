using System.Net;
using System.Net.Sockets;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Internals.Authentication;

/// <summary>Where the bot's own token comes from and where it goes.</summary>
public class OutboundTokenTests
{
    [Fact]
    public async Task One_Token_Serves_Many_Messages()
    {
        await using var tokens = await TokenEndpoint.StartAsync();
        await using var connector = await ConnectorServer.StartAsync();
        var adapter = new CloudAdapter(Registration.With(null, tokens));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SayAsync(adapter, connector.ServiceUrl)));

        var (path, form) = Assert.Single(tokens.Requests);
        Assert.Equal("/tenant-1/oauth2/v2.0/token", path);
        Assert.Equal((Registration.AppId, "secret"), (form["client_id"].ToString(), form["client_secret"].ToString()));
        Assert.Equal("https://api.botframework.com/.default", form["scope"].ToString());
        Assert.Equal(10, connector.Calls.Count);
        Assert.All(connector.Calls, call => Assert.Equal("Bearer token-1", call.Authorization));
    }

    [Fact]
    public async Task A_Token_That_Is_About_To_End_Is_Replaced()
    {
        await using var tokens = await TokenEndpoint.StartAsync();
        await using var connector = await ConnectorServer.StartAsync();
        var adapter = new CloudAdapter(Registration.With(null, tokens));
        tokens.ExpiresInSeconds = 200;
        await SayAsync(adapter, connector.ServiceUrl);
        tokens.ExpiresInSeconds = 3600;
        await SayAsync(adapter, connector.ServiceUrl);
        await SayAsync(adapter, connector.ServiceUrl);
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"], connector.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task A_New_Conversation_Is_Asked_For_With_The_Token()
    {
        await using var tokens = await TokenEndpoint.StartAsync();
        await using var connector = await ConnectorServer.StartAsync();
        await new CloudAdapter(Registration.With(null, tokens)).CreateConversationAsync(
            Registration.AppId, "msteams", connector.ServiceUrl, null, new ConversationParameters(), (_, _) => Task.CompletedTask, default);
        Assert.Equal("Bearer token-1", Assert.Single(connector.Calls).Authorization);
    }

    [Fact]
    public async Task Another_Host_Gets_The_Request_Without_The_Token()
    {
        await using var tokens = await TokenEndpoint.StartAsync();
        var foreign = new ForeignHost();
        var authentication = new ConfigurationBotFrameworkAuthentication(Registration.With(null, tokens), httpClientFactory: foreign);
        await SayAsync(new CloudAdapter(authentication), "https://smba.trafficmanager.net.example.org/uk/");
        var request = Assert.Single(foreign.Requests);
        Assert.Equal("smba.trafficmanager.net.example.org", request.RequestUri.Host);
        Assert.Null(request.Headers.Authorization);
        Assert.Empty(tokens.Requests);
    }

    [Fact]
    public async Task A_Real_Token_Is_Not_Sent_To_This_Machine()
    {
        await using var connector = await ConnectorServer.StartAsync();
        var credentials = new MicrosoftAppCredentials(Registration.AppId, "secret");
        using var request = new HttpRequestMessage(HttpMethod.Get, connector.ServiceUrl);
        await credentials.ProcessHttpRequestAsync(request, CancellationToken.None);
        Assert.Null(request.Headers.Authorization);
    }

    [Fact]
    public async Task If_No_Token_Can_Be_Had_Nothing_Is_Sent()
    {
        var tokens = await TokenEndpoint.StartAsync();
        var configuration = Registration.With(null, tokens);
        await tokens.DisposeAsync();
        await using var connector = await ConnectorServer.StartAsync();
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => SayAsync(new CloudAdapter(configuration), connector.ServiceUrl));
        Assert.IsAssignableFrom<SocketException>(failure.GetBaseException());
        Assert.Empty(connector.Calls);
    }

    private static Task SayAsync(CloudAdapter adapter, string serviceUrl) => adapter.ContinueConversationAsync(
        Registration.AppId,
        new ConversationReference
        {
            ServiceUrl = serviceUrl,
            ChannelId = "msteams",
            Conversation = new ConversationAccount(id: "conversation-1"),
        },
        (turn, cancel) => turn.SendActivityAsync(MessageFactory.Text("hi"), cancel),
        CancellationToken.None);

    /// <summary>Answers every request itself, whatever its host.</summary>
    private sealed class ForeignHost : HttpMessageHandler, IHttpClientFactory
    {
        public List<HttpRequestMessage> Requests { get; } = [];

#pragma warning disable RS0030 // This is the factory.
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);
#pragma warning restore RS0030

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{\"id\":\"1\"}") });
        }
    }
}
