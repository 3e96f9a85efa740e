using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;
using static Rowcroft.TeamsBot.Tests.LocalTeams.TeamsAndBot;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

public sealed class FaultTests
{
    private static readonly string Chat = Activities(Cast.Nurse.ChatId);

    [Theory]
    [InlineData("Forbidden", 403)]
    [InlineData("NotFound", 404)]
    [InlineData("Conflict", 409)]
    [InlineData("PreconditionFailed", 412)]
    [InlineData("TooManyRequests", 429)]
    [InlineData("ServerError", 500)]
    [InlineData("BadGateway", 502)]
    [InlineData("ServiceUnavailable", 503)]
    public async Task A_Call_Fails_As_Often_As_Planned_And_Then_Works(string kind, int status)
    {
        await using var stage = await StartAsync();
        stage.Teams.Faults.Add(new(ConnectorOperation.Send, Enum.Parse<FaultKind>(kind), Times: 2));

        var first = await stage.CallAsync(HttpMethod.Post, Chat, Text());
        var second = await stage.CallAsync(HttpMethod.Post, Chat, Text());
        var third = await stage.CallAsync(HttpMethod.Post, Chat, Text());

        Assert.Equal((status, status, 201), (first.Status, second.Status, third.Status));
        Assert.NotNull(Code(first.Body));
        Assert.Single(stage.Teams.As(Cast.Nurse).Chat);
    }

    [Fact]
    public async Task Too_Many_Requests_Says_When_To_Come_Back()
    {
        await using var stage = await StartAsync();
        stage.Teams.Faults.Add(new(ConnectorOperation.Any, FaultKind.TooManyRequests, RetryAfterSeconds: 7));

        using var response = await stage.CallRawAsync(HttpMethod.Post, Chat, Text().ToJsonString());

        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_Fault_Concerns_Only_Its_Own_Operation()
    {
        await using var stage = await StartAsync();
        stage.Teams.Faults.Add(new(ConnectorOperation.Update, FaultKind.ServerError));

        var post = await stage.SendAsync(Cast.Nurse, Text());

        Assert.Equal(500, (await stage.CallAsync(HttpMethod.Put, $"{Chat}/{post.Id}", Text())).Status);
        Assert.Equal(200, (await stage.CallAsync(HttpMethod.Put, $"{Chat}/{post.Id}", Text())).Status);
    }

    [Theory]
    [InlineData("CreateConversation", "POST", "v3/conversations")]
    [InlineData("Reply", "POST", "v3/conversations/a/activities/1")]
    [InlineData("Delete", "DELETE", "v3/conversations/a/activities/1")]
    [InlineData("Members", "GET", "v3/conversations/a/members")]
    [InlineData("Members", "GET", "v3/conversations/a/members/b")]
    [InlineData("Members", "GET", "v3/conversations/a/pagedmembers")]
    [InlineData("Team", "GET", "v3/teams/a")]
    [InlineData("Team", "GET", "v3/teams/a/conversations")]
    public async Task Every_Operation_Can_Fail(string operation, string method, string path)
    {
        await using var stage = await StartAsync();
        stage.Teams.Faults.Add(new(Enum.Parse<ConnectorOperation>(operation), FaultKind.PreconditionFailed));

        using var response = await stage.CallRawAsync(new HttpMethod(method), path, method == "POST" ? "{}" : null);

        Assert.Equal(412, (int)response.StatusCode);
        Assert.Empty(stage.Teams.Faults.Coming);
    }

    [Fact]
    public async Task A_Time_Out_Hangs_Until_The_Caller_Gives_Up()
    {
        await using var stage = await StartAsync();
        stage.Teams.Faults.Add(new(ConnectorOperation.Send, FaultKind.Timeout));
        using var patience = new CancellationTokenSource();

        var call = stage.CallRawAsync(HttpMethod.Post, Chat, Text().ToJsonString(), cancellation: patience.Token);
        await stage.Teams.UntilAsync(() => stage.Teams.Faults.Coming.Count == 0);
        Assert.False(call.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(stage.Teams.As(Cast.Nurse).Chat);
    }

    [Fact]
    public async Task A_Lost_Answer_Leaves_The_Message_There()
    {
        await using var stage = await StartAsync();
        stage.Teams.Faults.Add(new(ConnectorOperation.Send, FaultKind.LostAnswer));

        var (status, _) = await stage.CallAsync(HttpMethod.Post, Chat, Text());

        Assert.Equal(502, status);
        Assert.Single(stage.Teams.As(Cast.Nurse).Chat);
    }

    [Theory]
    [InlineData("HangUp", 0)]
    [InlineData("TakenHangUp", 1)]
    public async Task A_Line_That_Is_Cut_Is_Cut_Before_Or_After_The_Message_Is_Taken(string kind, int messages)
    {
        await using var stage = await StartAsync();
        stage.Teams.Faults.Add(new(ConnectorOperation.Send, Enum.Parse<FaultKind>(kind)));

        await Assert.ThrowsAsync<HttpRequestException>(() => stage.CallAsync(HttpMethod.Post, Chat, Text()));
        Assert.Equal(messages, stage.Teams.As(Cast.Nurse).Chat.Count);
    }

    [Fact]
    public async Task A_Rhythm_Counts_Each_Conversation_By_Itself_Until_It_Ends()
    {
        await using var stage = await StartAsync();
        stage.Teams.Faults.Rhythm = new(FaultKind.ServerError, chat => chat == Cast.Deputy.ChatId ? null : 2);
        var others = Activities(Cast.Manager.ChatId);

        var spared = Activities(Cast.Deputy.ChatId);

        var answers = new List<int>();
        foreach (var chat in (string[])[Chat, others, Chat, others, Chat, spared, spared])
        {
            answers.Add((await stage.CallAsync(HttpMethod.Post, chat, Text())).Status);
        }

        stage.Teams.Faults.Rhythm = null;
        answers.Add((await stage.CallAsync(HttpMethod.Post, Chat, Text())).Status);

        Assert.Equal([201, 201, 500, 500, 201, 201, 201, 201], answers);
        Assert.Equal(2, stage.Teams.Faults.Happened);
    }

    [Fact]
    public async Task The_Next_Activity_Of_A_Person_Can_Arrive_Twice()
    {
        await using var stage = await StartAsync();
        await stage.Teams.As(Cast.Nurse).InstallAsync();
        stage.Teams.Bot.DeliverTwice(Cast.Nurse);

        await stage.Teams.As(Cast.Manager).SayAsync("Once");
        await stage.Teams.As(Cast.Nurse).SayAsync("Twice");
        await stage.Teams.As(Cast.Nurse).SayAsync("And once");

        Assert.Equal(["Once", "Twice", "Twice", "And once"], stage.Bot.Heard.Select(activity => (string?)activity["text"]));
        Assert.Equal((string?)stage.Bot.Heard[1]["id"], (string?)stage.Bot.Heard[2]["id"]);
        Assert.Equal(2, stage.Teams.As(Cast.Nurse).Chat.Count);
    }

    [Fact]
    public async Task Faults_Are_Planned_And_Cleared_Over_Http()
    {
        await using var stage = await StartAsync();

        await stage.CallAsync(HttpMethod.Post, "_control/faults", new JsonObject { ["operation"] = "Send", ["kind"] = "BadGateway", ["times"] = 3 });
        var planned = Assert.Single(stage.Teams.Faults.Coming);
        await stage.CallAsync(HttpMethod.Delete, "_control/faults");

        Assert.Equal((ConnectorOperation.Send, FaultKind.BadGateway, 3), (planned.Operation, planned.Kind, planned.Times));
        Assert.Empty(stage.Teams.Faults.Coming);
    }

    private static JsonObject Text() => new() { ["type"] = "message", ["text"] = "Hello" };
}
