using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Integration;

/// <summary>Turns that the bot starts itself.</summary>
public class ProactiveTests
{
    [Fact]
    public async Task Continuing_A_Conversation_Runs_A_Turn_That_Can_Speak_In_It()
    {
        await using var connector = await ConnectorServer.StartAsync();
        Activity seen = null;
        await new CloudAdapter().ContinueConversationAsync(
            string.Empty,
            Reference(connector.ServiceUrl),
            async (turn, cancel) =>
            {
                seen = turn.Activity;
                await turn.SendActivityAsync("news", cancellationToken: cancel);
            },
            CancellationToken.None);
        Assert.Equal((ActivityTypes.Event, ActivityEventNames.ContinueConversation), (seen.Type, seen.Name));
        var call = Assert.Single(connector.Calls);
        Assert.StartsWith("/v3/conversations/conversation-1/activities", call.Path, StringComparison.Ordinal);
        Assert.Equal("news", (string)call.Body["text"]);
    }

    [Fact]
    public async Task Every_Way_Of_Continuing_Ends_In_The_Same_Conversation()
    {
        await using var connector = await ConnectorServer.StartAsync();
        var adapter = new CloudAdapter();
        var reference = Reference(connector.ServiceUrl);
        var identity = new ClaimsIdentity([new Claim(AuthenticationConstants.AudienceClaim, string.Empty)]);
        var none = CancellationToken.None;
        static Task Say(ITurnContext turn, CancellationToken cancel) => turn.SendActivityAsync("x", cancellationToken: cancel);

        await adapter.ContinueConversationAsync(identity, reference, Say, none);
        await adapter.ContinueConversationAsync(identity, reference, "https://audience.example", Say, none);
        await adapter.ContinueConversationAsync(string.Empty, reference.GetContinuationActivity(), Say, none);
        await adapter.ContinueConversationAsync(identity, reference.GetContinuationActivity(), Say, none);
        await adapter.ContinueConversationAsync(identity, reference.GetContinuationActivity(), "https://audience.example", Say, none);

        Assert.Equal(5, connector.Calls.Count);
        Assert.All(connector.Calls, call => Assert.Contains("/conversation-1/", call.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Continuation_Must_Say_Where()
    {
        var adapter = new CloudAdapter();
        var identity = new ClaimsIdentity();
        BotCallbackHandler nothing = (_, _) => Task.CompletedTask;
        var nowhere = new Activity(ActivityTypes.Event) { ServiceUrl = "https://smba.trafficmanager.net/uk/" };
        var noService = new Activity(ActivityTypes.Event) { Conversation = new ConversationAccount(id: "c") };

        await Assert.ThrowsAsync<ArgumentException>(() => adapter.ContinueConversationAsync("id", nowhere, nothing, default));
        await Assert.ThrowsAsync<ArgumentException>(() => adapter.ContinueConversationAsync(identity, noService, nothing, default));
        await Assert.ThrowsAsync<ArgumentNullException>(
            () => adapter.ContinueConversationAsync("id", (ConversationReference)null, nothing, default));
        await Assert.ThrowsAsync<ArgumentNullException>(
            () => adapter.CreateConversationAsync("id", "msteams", string.Empty, null, new ConversationParameters(), nothing, default));
    }

    [Fact]
    public async Task A_New_Conversation_Is_Created_And_A_Turn_Run_In_It()
    {
        await using var connector = await ConnectorServer.StartAsync();
        Activity seen = null;
        IIdentity identity = null;
        var parameters = new ConversationParameters
        {
            Bot = new ChannelAccount("bot-1"),
            Members = [new ChannelAccount("user-1")],
            TenantId = "tenant-1",
            IsGroup = false,
        };
        await new CloudAdapter().CreateConversationAsync(
            "app-1-off", Channels.Msteams, connector.ServiceUrl, null, parameters,
            async (turn, cancel) =>
            {
                seen = turn.Activity;
                identity = turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey);
                Assert.NotNull(turn.TurnState.Get<IConnectorClient>());
                Assert.NotNull(turn.TurnState.Get<ConnectorFactory>());
                await turn.SendActivityAsync("first", cancellationToken: cancel);
            },
            CancellationToken.None);

        var create = connector.Calls.First();
        Assert.Equal(("POST", "/v3/conversations"), (create.Method, create.Path));
        Assert.Equal("user-1", (string)create.Body["members"][0]["id"]);
        Assert.Equal("tenant-1", (string)create.Body["tenantId"]);

        Assert.Equal((ActivityTypes.Event, "CreateConversation"), (seen.Type, seen.Name));
        Assert.Equal(("sent-1", "tenant-1"), (seen.Conversation.Id, seen.Conversation.TenantId));
        Assert.Equal(("activity-1", "bot-1", "msteams"), (seen.Id, seen.Recipient.Id, seen.ChannelId));
        var claims = Assert.IsType<ClaimsIdentity>(identity);
        Assert.True(claims.HasClaim(AuthenticationConstants.ServiceUrlClaim, connector.ServiceUrl));
        Assert.True(claims.HasClaim(AuthenticationConstants.AudienceClaim, "app-1-off"));
        Assert.StartsWith("/v3/conversations/sent-1/activities", connector.Calls.Last().Path, StringComparison.Ordinal);
    }

    private static ConversationReference Reference(string serviceUrl) => new()
    {
        ServiceUrl = serviceUrl,
        ChannelId = Channels.Msteams,
        Conversation = new ConversationAccount(id: "conversation-1"),
        Bot = new ChannelAccount("bot-1"),
        User = new ChannelAccount("user-1"),
    };
}
