using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

public sealed class TurnErrorsTests
{
    private const string Secret = "Mrs Jones called me names";

    private readonly CapturedLogs _logs = new();

    [Fact]
    public async Task A_Message_That_Fails_Is_Answered_With_One_Sentence()
    {
        var chat = new TestAdapter(Channels.Msteams);
        await FailAsync(chat, ActivityTypes.Message);
        var said = Assert.IsType<Activity>(chat.GetNextReply());
        Assert.Equal(TurnErrors.Sorry, said.Text);
        Assert.NotEmpty(said.Summary);
        Assert.Null(chat.GetNextReply());
    }

    [Fact]
    public async Task A_Press_That_Fails_Is_Answered_In_The_Card()
    {
        var chat = new TestAdapter(Channels.Msteams);
        await FailAsync(chat, ActivityTypes.Invoke);
        var answer = Assert.IsType<InvokeResponse>(((Activity)chat.GetNextReply()).Value);
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body);
        Assert.Equal(
            (200, 400, "application/vnd.microsoft.error", TurnErrors.Sorry),
            (answer.Status, body.StatusCode, body.Type, Assert.IsType<Error>(body.Value).Message));
    }

    [Theory]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.InstallationUpdate)]
    [InlineData(ActivityTypes.Event)]
    public async Task Nobody_Is_Told_Of_What_Nobody_Asked_For(string type)
    {
        var chat = new TestAdapter(Channels.Msteams);
        await FailAsync(chat, type);
        Assert.Null(chat.GetNextReply());
    }

    [Theory]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.InstallationUpdate)]
    public async Task What_Nobody_Would_Send_Twice_Is_Not_Taken_While_The_Database_Is_Away(string type)
    {
        await Assert.ThrowsAsync<NotTakenException>(() => FailAsync(new TestAdapter(Channels.Msteams), type, Away));
        Assert.DoesNotContain(Secret, Assert.Single(_logs.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActivityTypes.Message)]
    [InlineData(ActivityTypes.Invoke)]
    public async Task Whoever_Wrote_Or_Pressed_Is_Told_Even_Then(string type)
    {
        var chat = new TestAdapter(Channels.Msteams);
        await FailAsync(chat, type, Away);
        Assert.NotNull(chat.GetNextReply());
    }

    [Fact]
    public async Task The_Log_Says_Where_It_Failed_And_Not_What_Was_Written()
    {
        await FailAsync(new TestAdapter(Channels.Msteams), ActivityTypes.Message);
        var line = Assert.Single(_logs.Lines);
        Assert.Contains(typeof(InvalidOperationException).FullName!, line, StringComparison.Ordinal);
        Assert.Contains(nameof(Fails), line, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
    }

    public static TheoryData<Exception> WhatSendingThrows =>
    [
        FakeTeams.Status(HttpStatusCode.Forbidden),
        new HttpRequestException(Secret),
        new TaskCanceledException(Secret),
        new InvalidOperationException(Secret), // such as: no token can be had
    ];

    [Theory]
    [MemberData(nameof(WhatSendingThrows), DisableDiscoveryEnumeration = true)]
    public async Task If_Nothing_Can_Be_Said_The_Turn_Still_Ends_Quietly(Exception exception)
    {
        await FailAsync(new FakeTeams { Answer = _ => exception }, ActivityTypes.Message);
        Assert.Equal(2, _logs.Lines.Count);
        Assert.DoesNotContain(_logs.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private async Task FailAsync(BotAdapter adapter, string type, Action? how = null)
    {
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(_logs));
        var errors = new TurnErrors(logging.CreateLogger<TurnErrors>());
        var activity = new Activity(type) { Text = Secret, Conversation = new ConversationAccount(id: "chat"), ChannelId = Channels.Msteams };
        using var turn = new TurnContext(adapter, activity);
        var exception = Record.Exception(how ?? Fails)!;
        await errors.HandleAsync(turn, exception);
    }

    private static void Away() => throw new DbUpdateException(Secret, new SqliteException(Secret, 14));

    private static void Fails() => throw new InvalidOperationException(Secret);
}
