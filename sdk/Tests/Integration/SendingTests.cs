using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Integration;

/// <summary>What a turn makes the adapter do at the channel's connector.</summary>
public class SendingTests
{
    [Fact]
    public async Task A_Reply_Goes_To_The_Activity_It_Answers()
    {
        ResourceResponse response = null;
        var calls = await RunAsync(async (turn, cancel) => response = await turn.SendActivityAsync("hi", cancellationToken: cancel));
        var call = Assert.Single(calls);
        Assert.Equal(("POST", "/v3/conversations/conversation-1/activities/activity-1"), (call.Method, call.Path));
        Assert.Equal("hi", (string)call.Body["text"]);
        Assert.Equal("user-1", (string)call.Body["recipient"]["id"]);
        Assert.Equal(string.Empty, call.Authorization);
        Assert.Equal("sent-1", response.Id);
    }

    [Fact]
    public async Task Without_An_Activity_To_Answer_It_Goes_To_The_Conversation()
    {
        var calls = await RunAsync((turn, cancel) =>
        {
            turn.Activity.Id = null;
            return turn.SendActivityAsync("hi", cancellationToken: cancel);
        });
        Assert.Equal("/v3/conversations/conversation-1/activities", Assert.Single(calls).Path);
    }

    [Fact]
    public async Task Updating_And_Deleting_Name_The_Activity()
    {
        var calls = await RunAsync(async (turn, cancel) =>
        {
            var changed = MessageFactory.Text("changed");
            changed.Id = "old-1";
            await turn.UpdateActivityAsync(changed, cancel);
            await turn.DeleteActivityAsync("old-2", cancel);
        });
        Assert.Equal(
            [("PUT", "/v3/conversations/conversation-1/activities/old-1"), ("DELETE", "/v3/conversations/conversation-1/activities/old-2")],
            calls.Select(call => (call.Method, call.Path)));
    }

    [Fact]
    public async Task Delays_And_Traces_Stay_In_The_Bot()
    {
        ResourceResponse[] responses = null;
        var calls = await RunAsync(async (turn, cancel) => responses = await turn.SendActivitiesAsync(
            [new Activity(ActivityTypesEx.Delay) { Value = 1 }, new Activity(ActivityTypes.Trace), MessageFactory.Text("after")], cancel));
        Assert.Equal("after", (string)Assert.Single(calls).Body["text"]);
        Assert.Equal(["", "", "sent-1"], responses.Select(response => response.Id));
    }

    private static async Task<IReadOnlyList<ConnectorServer.Call>> RunAsync(Func<ITurnContext, CancellationToken, Task> onTurn)
    {
        await using var connector = await ConnectorServer.StartAsync();
        await using var bot = await BotServer.StartAsync(new CloudAdapter(), new RecordingBot(onTurn));
        var (status, _) = await bot.PostAsync(BotServer.Message(connector.ServiceUrl));
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. connector.Calls];
    }
}
