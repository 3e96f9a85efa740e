using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

public sealed class DeliveryFailureTests
{
    private static readonly string MonasChat = DeliveryDriver.ChatOf(CaseBuilder.Mona);

    [SkippableTheory, BothDatabases]
    public async Task When_Teams_Asks_For_A_Pause_That_Conversation_Pauses_And_Others_Do_Not(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Teams.Answer = call => call.Conversation == MonasChat && call.What == "send"
            ? FakeTeams.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(20))
            : null;
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.OweAsync(CaseBuilder.Mona, "two");
        await driver.OweAsync(CaseBuilder.Dev, "three");
        await driver.DeliverAsync();

        Assert.Equal([DeliveryDriver.ChatOf(CaseBuilder.Dev)], driver.Teams.Messages.Select(message => message.Conversation));
        Assert.Single(driver.Teams.Calls, call => call == new FakeTeams.Call("send", MonasChat));
        driver.Teams.Answer = _ => null;
        driver.Time.Advance(TimeSpan.FromSeconds(19));
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Messages);
        driver.Time.Advance(TimeSpan.FromSeconds(1));
        await driver.DeliverAsync();
        Assert.Equal(3, driver.Teams.Messages.Count);
        Assert.Equal([2, 1, 1], (await driver.RowsAsync()).Select(row => row.Attempts));
    }

    [SkippableTheory]
    [InlineData("Sqlite", HttpStatusCode.PreconditionFailed)]
    [InlineData("Sqlite", HttpStatusCode.RequestTimeout)]
    [InlineData("Sqlite", HttpStatusCode.Unauthorized)]
    [InlineData("Sqlite", HttpStatusCode.BadGateway)]
    [InlineData("Postgres", HttpStatusCode.ServiceUnavailable)]
    public async Task What_May_Work_Later_Is_Tried_Again(string provider, HttpStatusCode status)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Teams.Answer = _ => FakeTeams.Status(status);
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.DeliverAsync();
        Assert.Equal((OutboxState.Pending, ((int)status).ToString()), await StateAsync(driver));

        driver.Teams.Answer = _ => null;
        driver.Time.Advance(TimeSpan.FromSeconds(2));
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Messages);
        Assert.Equal(HealthStatus.Healthy, await driver.HealthAsync());
    }

    [Fact]
    public async Task What_Was_For_A_Deleted_Channel_Goes_To_The_Teams_First()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite", settings: ("Delivery:ChannelId", "channel-gone"));
        driver.Teams.Answer = call => call.Conversation.StartsWith("channel-gone", StringComparison.Ordinal) ? FakeTeams.Status(HttpStatusCode.NotFound) : null;
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToChannel(), "week"), default);
        await driver.DeliverAsync();

        Assert.Equal(["channel-gone", DeliveryDriver.Channel], driver.Teams.Calls.Select(call => call.Conversation.Split(';')[0]));
        Assert.StartsWith(DeliveryDriver.Channel, Assert.Single(driver.Teams.Messages).Conversation, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Sent, (await StateAsync(driver)).Item1);
    }

    [Fact]
    public async Task Where_The_First_Channel_Is_Gone_Too_It_Stays_Owed()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite", settings: ("Delivery:ChannelId", "channel-gone"));
        driver.Teams.Answer = _ => FakeTeams.Status(HttpStatusCode.NotFound);
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToChannel(), "week"), default);
        await driver.DeliverAsync();

        Assert.Equal((OutboxState.Pending, "404"), await StateAsync(driver));
    }

    [Fact]
    public async Task A_Broken_Line_Is_Tried_Again()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        driver.Teams.Answer = _ => new HttpRequestException();
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.DeliverAsync();
        Assert.Equal((OutboxState.Pending, nameof(HttpRequestException)), await StateAsync(driver));
    }

    [Fact]
    public async Task A_Call_That_Takes_Too_Long_Is_Given_Up_And_Tried_Again()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        var asked = new TaskCompletionSource();
        driver.Teams.Before = _ =>
        {
            asked.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        await driver.OweAsync(CaseBuilder.Mona, "one");
        var sweep = driver.Worker.SweepAsync(default);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60));
        driver.Time.Advance(TimeSpan.FromSeconds(15));
        await sweep.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((OutboxState.Pending, nameof(TaskCanceledException)), await StateAsync(driver));
        driver.Teams.Before = _ => Task.CompletedTask;
        driver.Time.Advance(TimeSpan.FromSeconds(2));
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Messages);
    }

    [SkippableTheory, BothDatabases]
    public async Task What_Fails_Too_Often_Is_A_Dead_Letter_And_Health_Says_So(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Teams.Answer = _ => FakeTeams.Status(HttpStatusCode.InternalServerError);
        await driver.OweAsync(CaseBuilder.Mona, "one");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await driver.DeliverAsync();
            driver.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((OutboxState.Dead, "500"), await StateAsync(driver));
        Assert.Equal(3, driver.Teams.Calls.Count);
        Assert.Equal(HealthStatus.Degraded, await driver.HealthAsync());
    }

    [Fact]
    public async Task What_Teams_Will_Never_Take_Is_A_Dead_Letter_At_Once()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        driver.Teams.Answer = call => call.What == "send" ? FakeTeams.Status(HttpStatusCode.BadRequest) : null;
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.DeliverAsync();
        Assert.Equal((OutboxState.Dead, "400"), await StateAsync(driver));
    }

    [SkippableTheory, BothDatabases]
    public async Task Who_Cannot_Be_Reached_Is_Waited_For_And_The_Other_Approver_Is_Told(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Teams.Answer = call => call.Conversation == MonasChat ? FakeTeams.Status(HttpStatusCode.Forbidden) : null;
        var open = await driver.OpenAsync();
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToApprovers(), "card", open.Id), default);
        await driver.DeliverAsync();

        var toDev = driver.Teams.Messages;
        Assert.All(toDev, message => Assert.Equal(DeliveryDriver.ChatOf(CaseBuilder.Dev), message.Conversation));
        var notice = Assert.Single(toDev, message => message.Activity.Summary == UnreachableNotice.Summary).Activity;
        Assert.Equal(
            "Mona Manager cannot be reached in Teams. Please look at case RMC-2026-0001: write \"case RMC-2026-0001\" to me.",
            notice.Text);
        Assert.DoesNotContain("Mona", notice.Summary + notice.Speak, StringComparison.Ordinal);
        Assert.Single(await driver.RowsAsync(), row => row.State == OutboxState.Waiting);

        driver.Time.Advance(TimeSpan.FromDays(1));
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Calls, call => call.Conversation == MonasChat);

        driver.Teams.Answer = _ => null;
        await driver.SeenAsync(CaseBuilder.Mona);
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Messages, message => message.Conversation == MonasChat);
        Assert.DoesNotContain(await driver.RowsAsync(), row => row.State == OutboxState.Waiting);
    }

    [SkippableTheory, BothDatabases]
    public async Task Who_Took_The_Bot_Away_Is_Not_Written_To_Until_They_Are_Back(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        await driver.SeenAsync(CaseBuilder.Ann);
        await driver.Get<Contacts>().UninstalledAsync(CaseBuilder.Ann.Id, default);
        await driver.OweAsync(CaseBuilder.Ann, "one");
        await driver.DeliverAsync();
        Assert.Empty(driver.Teams.Calls);

        await driver.SeenAsync(CaseBuilder.Ann);
        await driver.DeliverAsync();
        Assert.Equal(["send"], driver.Teams.Calls.Select(call => call.What));
    }

    [Fact]
    public async Task A_Chat_That_Is_Gone_Is_Made_Anew()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        await driver.Get<Contacts>().SeenAsync(
            CaseBuilder.Practice, driver.Roster.Find(CaseBuilder.Mona), DeliveryDriver.Writes(CaseBuilder.Mona, "an-old-chat"), default);
        driver.Teams.Answer = call => call.Conversation == "an-old-chat" ? FakeTeams.Status(HttpStatusCode.NotFound) : null;
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.DeliverAsync();
        driver.Time.Advance(TimeSpan.FromSeconds(2));
        await driver.DeliverAsync();
        Assert.Equal(MonasChat, Assert.Single(driver.Teams.Messages).Conversation);
    }

    [Fact]
    public async Task Who_Left_The_Practice_Gets_Nothing()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        await driver.OweAsync(CaseBuilder.Ann, "one");
        driver.Roster.People.RemoveAll(person => person.Id == CaseBuilder.Ann.Id);
        await driver.DeliverAsync();
        Assert.Empty(driver.Teams.Calls);
        Assert.Equal((OutboxState.Waiting, "left"), await StateAsync(driver));
    }

    [Fact]
    public async Task Without_A_Roster_Nothing_Is_Sent_And_Nothing_Is_Given_Up()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        driver.Roster.Unavailable = true;
        await driver.OweAsync(CaseBuilder.Ann, "one");
        foreach (var _ in Enumerable.Range(0, 40))
        {
            await driver.DeliverAsync();
            driver.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(HealthStatus.Degraded, await driver.HealthAsync());
        driver.Roster.Unavailable = false;
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Messages);
        Assert.Equal(HealthStatus.Healthy, await driver.HealthAsync());
    }

    [Fact]
    public async Task A_Message_That_Cannot_Be_Rendered_Does_Not_Stop_The_Others()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        var render = driver.Announcer.Render;
        driver.Announcer.Render = message =>
            message.Person!.Id == CaseBuilder.Mona.Id ? throw new FormatException() : render(message);
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.OweAsync(CaseBuilder.Dev, "two");
        await driver.DeliverAsync();
        Assert.Equal(DeliveryDriver.ChatOf(CaseBuilder.Dev), Assert.Single(driver.Teams.Messages).Conversation);
        Assert.Equal((OutboxState.Pending, nameof(FormatException)), await StateAsync(driver));
    }

    private static async Task<(OutboxState, string?)> StateAsync(DeliveryDriver driver)
    {
        var row = (await driver.RowsAsync())[0];
        return (row.State, row.LastError);
    }
}
