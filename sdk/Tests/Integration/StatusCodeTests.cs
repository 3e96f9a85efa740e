using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Integration;

/// <summary>What a channel gets to hear over real HTTP, from an adapter without an app registration.</summary>
public class StatusCodeTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Anything_But_Post_Is_Not_Allowed(string method)
    {
        await using var bot = await BotServer.StartAsync(new CloudAdapter());
        var (status, _) = await bot.SendAsync(new HttpMethod(method), body: null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, status);
        Assert.Empty(bot.Bot.Turns);
    }

    [Fact]
    public async Task Another_Path_Is_Not_Found()
    {
        await using var bot = await BotServer.StartAsync(new CloudAdapter());
        var (status, _) = await bot.SendAsync(HttpMethod.Post, BotServer.Message().ToString(), path: "/api/other");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("{\"text\":\"hello\"}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":null}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"not a date\"}")]
    [InlineData("{\"type\":\"message\",\"conversation\":\"not an object\"}")]
    [InlineData("{\"type\":\"message\",\"attachments\":{\"not\":\"a list\"}}")]
    public async Task A_Body_That_Is_No_Activity_Is_A_Bad_Request(string body)
    {
        await using var bot = await BotServer.StartAsync(new CloudAdapter());
        var (status, _) = await bot.SendAsync(HttpMethod.Post, body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(bot.Bot.Turns);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/json")]
    [InlineData("text/plain")]
    public async Task A_Message_Is_Taken_Whatever_Its_Content_Type(string contentType)
    {
        await using var bot = await BotServer.StartAsync(new CloudAdapter());
        var (status, body) = await bot.SendAsync(HttpMethod.Post, BotServer.Message().ToString(), contentType);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(body);
        Assert.Equal("hello", Assert.Single(bot.Bot.Turns).Text);
    }

    [Fact]
    public async Task An_Activity_Of_Two_Megabytes_Arrives_Whole()
    {
        var text = new string('x', 2_000_000) + "é end";
        var message = BotServer.Message();
        message["text"] = text;
        await using var bot = await BotServer.StartAsync(new CloudAdapter());
        var (status, _) = await bot.PostAsync(message);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(text, Assert.Single(bot.Bot.Turns).Text);
    }

    [Fact]
    public async Task An_Invoke_That_Nobody_Handles_Is_Not_Implemented()
    {
        await using var bot = await BotServer.StartAsync(new CloudAdapter());
        var (status, body) = await bot.PostAsync(BotServer.Message(type: "invoke"));
        Assert.Equal(HttpStatusCode.NotImplemented, status);
        Assert.Empty(body);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(412)]
    public async Task An_Invoke_Is_Answered_With_The_Bots_Status_And_Body(int wanted)
    {
        var answer = new InvokeResponse { Status = wanted, Body = new { statusCode = wanted, type = "x", nothing = (string)null } };
        await using var bot = await BotServer.StartAsync(new CloudAdapter(), new RecordingBot((turn, cancel) =>
            turn.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = answer }, cancel)));
        var (status, body) = await bot.PostAsync(BotServer.Message(type: "invoke"));
        Assert.Equal(wanted, (int)status);
        Assert.True(JToken.DeepEquals(new JObject { ["statusCode"] = wanted, ["type"] = "x" }, JObject.Parse(body)), body);
    }

    [Fact]
    public async Task Expected_Replies_Come_In_The_Response()
    {
        await using var bot = await BotServer.StartAsync(new CloudAdapter(), new RecordingBot(async (turn, cancel) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: cancel);
            await turn.SendActivityAsync("two", cancellationToken: cancel);
        }));
        var message = BotServer.Message();
        message["deliveryMode"] = "expectReplies";
        var (status, body) = await bot.PostAsync(message);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["one", "two"], JObject.Parse(body)["activities"].Select(activity => (string)activity["text"]));
    }

    [Fact]
    public async Task A_Bot_That_Lacks_The_Right_To_Do_Something_Answers_Unauthorized()
    {
        await using var bot = await BotServer.StartAsync(
            new CloudAdapter(), new RecordingBot((_, _) => throw new UnauthorizedAccessException()));
        var (status, _) = await bot.PostAsync(BotServer.Message());
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }
}
