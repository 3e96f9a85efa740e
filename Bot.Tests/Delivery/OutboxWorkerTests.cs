using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

public sealed class OutboxWorkerTests
{
    [SkippableTheory, BothDatabases]
    public async Task Somebody_Who_Never_Spoke_To_The_Bot_Gets_A_Chat_And_The_Second_Message_Uses_It(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.DeliverAsync();
        await driver.OweAsync(CaseBuilder.Mona, "two");
        await driver.DeliverAsync();

        Assert.Equal(["create", "send", "send"], driver.Teams.Calls.Select(call => call.What));
        Assert.All(driver.Teams.Messages, message => Assert.Equal(DeliveryDriver.ChatOf(CaseBuilder.Mona), message.Conversation));
        Assert.All(await driver.RowsAsync(), row => Assert.Equal((OutboxState.Sent, 1), (row.State, row.Attempts)));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Case_Goes_To_Those_Who_May_Decide_It_When_It_Is_Sent(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var open = await driver.OpenAsync(new CaseBuilder().ConcerningTheManager());
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToApprovers(), "card", open.Id), default);
        await driver.DeliverAsync();
        Assert.Equal([DeliveryDriver.ChatOf(CaseBuilder.Dev)], driver.Teams.Messages.Select(message => message.Conversation));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Danger_Alert_Goes_To_Manager_And_Deputy_Before_Everything_Else(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        await driver.OweAsync(CaseBuilder.Mona, "ordinary");
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToAllApprovers(), "danger", urgent: true, detail: "draft-1"), default);
        await driver.DeliverAsync();
        Assert.Equal(2, driver.Announcer.Rendered.Count(message => message.Detail == "draft-1"));
        Assert.Equal(3, driver.Teams.Messages.Count);

        await driver.OweAsync(CaseBuilder.Mona, "first but ordinary");
        driver.Time.Advance(TimeSpan.FromSeconds(1));
        await driver.Outbox.EnqueueAsync(
            driver.To(new Recipient.ToPerson(CaseBuilder.Mona.Id), "then urgent", urgent: true, detail: "draft-2"), default);
        await driver.DeliverAsync();
        Assert.Contains("draft-2", driver.Teams.Messages[3].Activity.Text, StringComparison.Ordinal);
    }

    [SkippableTheory, BothDatabases]
    public async Task The_Summary_Starts_A_Thread_In_The_Teams_Channel(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var week = new DateOnly(2026, 3, 2);
        var summary = driver.To(new Recipient.ToChannel(), "week/2026-03-02", detail: "2026-03-02");
        var claimed = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            driver.Outbox.EnqueueSummaryAsync(week, summary, default))));
        await driver.DeliverAsync();

        Assert.Single(claimed, claim => claim);
        var message = Assert.Single(driver.Teams.Messages);
        Assert.StartsWith(DeliveryDriver.Channel, message.Conversation, StringComparison.Ordinal);
        Assert.Null(Assert.Single(driver.Announcer.Rendered).Person);
    }

    [SkippableTheory, BothDatabases]
    public async Task Earlier_Copies_Are_Replaced_Where_They_Stand_And_A_Deleted_One_Is_Forgotten(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var open = await driver.OpenAsync();
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToApprovers(), "card", open.Id), default);
        await driver.DeliverAsync();
        var sent = driver.Teams.Messages.ToDictionary(message => message.Conversation, message => message.Id);
        driver.Teams.Answer = call => call == new FakeTeams.Call("update", DeliveryDriver.ChatOf(CaseBuilder.Dev))
            ? FakeTeams.Status(HttpStatusCode.NotFound)
            : null;

        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToEarlierCopies(), "redraw-1", open.Id), default);
        await driver.DeliverAsync();
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToEarlierCopies(), "redraw-2", open.Id), default);
        await driver.DeliverAsync();

        var mona = DeliveryDriver.ChatOf(CaseBuilder.Mona);
        Assert.Equal(
            [(mona, sent[mona]), (mona, sent[mona])],
            driver.Teams.Messages.Where(message => message.Replaces).Select(message => (message.Conversation, message.Id)));
        Assert.Single(driver.Teams.Calls, call => call == new FakeTeams.Call("update", DeliveryDriver.ChatOf(CaseBuilder.Dev)));
        Assert.Equal(HealthStatus.Healthy, await driver.HealthAsync());
    }

    [SkippableTheory, BothDatabases]
    public async Task What_Has_No_Reason_Any_More_Is_Not_Sent(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Announcer.Render = _ => null;
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.DeliverAsync();
        Assert.Empty(driver.Teams.Calls);
        Assert.Equal(OutboxState.Dropped, Assert.Single(await driver.RowsAsync()).State);
    }

    [SkippableTheory, BothDatabases]
    public async Task Killed_Between_Taking_And_Sending_It_Is_Sent_By_Another_After_The_Lease(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        await driver.OweAsync(CaseBuilder.Mona, "one");
        Assert.Single(await driver.Get<OutboxLedger>().ClaimAsync(Guid.NewGuid(), default));

        await driver.DeliverAsync();
        Assert.Empty(driver.Teams.Messages);
        driver.Time.Advance(TimeSpan.FromMinutes(6));
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Messages);
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Worker_That_Was_Taken_For_Dead_Sends_Nothing_Any_More(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        await driver.OweAsync(CaseBuilder.Mona, "one");
        var ledger = driver.Get<OutboxLedger>();
        var stale = Assert.Single(await ledger.ClaimAsync(Guid.NewGuid(), default));
        driver.Time.Advance(TimeSpan.FromMinutes(6));
        await driver.DeliverAsync();

        await driver.Get<OutboxPass>().HandleAsync(stale, default);
        Assert.Single(driver.Teams.Messages);
        Assert.Equal(OutboxState.Sent, Assert.Single(await driver.RowsAsync()).State);
    }

    [SkippableTheory, BothDatabases]
    public async Task Two_Workers_Never_Send_The_Same_Message(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        foreach (var number in Enumerable.Range(0, 60))
        {
            await driver.Outbox.EnqueueAsync(
                driver.To(new Recipient.ToPerson(CaseBuilder.Mona.Id), $"message-{number}", detail: $"{number}"), default);
        }

        var workers = new[] { driver.Worker, driver.AnotherWorker(), driver.AnotherWorker() };
        await Task.WhenAll(workers.Select(worker => Task.Run(async () =>
        {
            while (await worker.SweepAsync(default) > 0)
            {
            }
        })));

        Assert.Equal(60, driver.Teams.Messages.Count);
        Assert.Equal(60, driver.Teams.Messages.Select(message => message.Activity.Text).Distinct().Count());
    }

    [SkippableTheory, BothDatabases]
    public async Task The_Running_Worker_Is_Woken_When_Something_Is_Owed(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var arrived = new TaskCompletionSource();
        driver.Teams.Before = call =>
        {
            if (call.What == "send")
            {
                arrived.TrySetResult();
            }

            return Task.CompletedTask;
        };
        await driver.Worker.StartAsync(default);
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await driver.Worker.StopAsync(default);
    }
}
