using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Sdk.Tests.Schema;

namespace Sdk.Tests.Connector;

public sealed class ConnectorErrorTests : IAsyncLifetime
{
    private LoopbackConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await LoopbackConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Fact]
    public async Task A_Refusal_Says_Why()
    {
        _connector.Answers(403, """{ "error": { "code": "BotNotInConversationRoster", "message": "The bot is not there." } }""");

        var ex = await SendingFailsAsync();

        Assert.Equal("Operation returned an invalid status code 'Forbidden'", ex.Message);
        Assert.Equal(HttpStatusCode.Forbidden, ex.Response.StatusCode);
        Assert.Equal("Forbidden", ex.Response.ReasonPhrase);
        Assert.Equal("BotNotInConversationRoster", ex.Body.Error.Code);
        Assert.Equal("The bot is not there.", ex.Body.Error.Message);
        Assert.Contains("BotNotInConversationRoster", ex.Response.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Failure_Remembers_What_Was_Asked()
    {
        _connector.Answers(400, """{ "error": { "code": "BadSyntax" } }""");

        var ex = await SendingFailsAsync();

        Assert.Equal(HttpMethod.Post, ex.Request.Method);
        Assert.Equal("/v3/conversations/a%3Achat/activities", ex.Request.RequestUri.AbsolutePath);
        Assert.Contains("\"text\"", ex.Request.Content, StringComparison.Ordinal);
        Assert.Contains("Content-Type", ex.Request.Headers.Keys);
    }

    [Fact]
    public async Task Too_Many_Requests_Says_When_To_Come_Back()
    {
        _connector.Answer = context =>
        {
            context.Response.Headers.RetryAfter = "17";
            return LoopbackConnector.Json(context, 429, """{ "error": { "code": "Throttled" } }""");
        };

        var ex = await SendingFailsAsync();

        Assert.Equal(429, (int)ex.Response.StatusCode);
        Assert.Equal(["17"], ex.Response.Headers["Retry-After"]);
    }

    [Theory]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("{ \"error\": ")]
    [InlineData("[ 1, 2 ]")]
    [InlineData("")]
    public async Task A_Body_That_Is_Not_An_Error_Is_Only_Text(string body)
    {
        _connector.Answers(500, body);

        var ex = await SendingFailsAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, ex.Response.StatusCode);
        Assert.Equal(body, ex.Response.Content);
        Assert.Null(ex.Body);
    }

    [Fact]
    public async Task Every_Call_Fails_The_Same_Way()
    {
        _connector.Answers(404, """{ "error": { "code": "ConversationNotFound" } }""");
        using var client = _connector.Client();
        var conversations = client.Conversations;
        Func<Task>[] calls =
        [
            () => conversations.CreateConversationAsync(new ConversationParameters()),
            () => conversations.SendToConversationAsync("c", Samples.Message()),
            () => conversations.ReplyToActivityAsync("c", "a", Samples.Message()),
            () => conversations.UpdateActivityAsync("c", "a", Samples.Message()),
            () => conversations.DeleteActivityAsync("c", "a"),
            () => conversations.GetConversationMembersAsync("c"),
            () => conversations.GetConversationMemberAsync("u", "c"),
            () => conversations.GetConversationPagedMembersAsync("c"),
        ];

        foreach (var call in calls)
        {
            var ex = await Assert.ThrowsAsync<ErrorResponseException>(call);
            Assert.Equal("ConversationNotFound", ex.Body.Error.Code);
        }
    }

    [Fact]
    public async Task Success_With_Nonsense_Is_Not_Success()
    {
        _connector.Answers(200, "<html>");
        using var client = _connector.Client();

        var ex = await Assert.ThrowsAsync<SerializationException>(
            () => client.Conversations.SendToConversationAsync("c", Samples.Message()));

        Assert.Equal("<html>", ex.Content);
    }

    [Fact]
    public async Task What_Is_Required_Is_Asked_For_Before_Anything_Is_Sent()
    {
        using var client = _connector.Client();
        var conversations = client.Conversations;

        await NeedsAsync("parameters", () => conversations.CreateConversationAsync(null));
        await NeedsAsync("conversationId", () => conversations.SendToConversationAsync(null, Samples.Message()));
        await NeedsAsync("activity", () => conversations.SendToConversationAsync("c", null));
        await NeedsAsync("activityId", () => conversations.ReplyToActivityAsync("c", null, Samples.Message()));
        await NeedsAsync("activity", () => conversations.UpdateActivityAsync("c", "a", null));
        await NeedsAsync("conversationId", () => conversations.DeleteActivityAsync(null, "a"));
        await NeedsAsync("userId", () => conversations.GetConversationMemberAsync(null, "c"));
        await NeedsAsync("conversationId", () => conversations.GetConversationPagedMembersAsync(null));
        Assert.Empty(_connector.Received);

        static async Task NeedsAsync(string name, Func<Task> call) =>
            Assert.Equal(name, (await Assert.ThrowsAsync<ValidationException>(call)).Target);
    }

    [Fact]
    public async Task A_Call_Can_Be_Given_Up()
    {
        using var cancellation = new CancellationTokenSource();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connector.Answer = async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        using var client = _connector.Client();

        var sending = client.Conversations.SendToConversationAsync("c", Samples.Message(), cancellation.Token);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_Call_That_Was_Given_Up_Before_Is_Never_Sent()
    {
        using var client = _connector.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.Conversations.GetConversationMembersAsync("c", new CancellationToken(canceled: true)));

        Assert.Empty(_connector.Received);
    }

    private async Task<ErrorResponseException> SendingFailsAsync()
    {
        using var client = _connector.Client();
        return await Assert.ThrowsAsync<ErrorResponseException>(
            () => client.Conversations.SendToConversationAsync("a:chat", Samples.Message()));
    }
}
