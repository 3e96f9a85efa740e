using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Custody;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting.Telemetry;

/// <summary>What the figures say, not only that there are any.</summary>
public sealed class FigureTests
{
    [SkippableTheory, BothDatabases]
    public async Task The_Outbox_Is_As_Old_As_Its_Oldest_Message_That_Can_Be_Sent(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);
        Assert.Equal((0, 0, 0), await MeasureAsync(practice));

        await practice.SeenAsync(CaseBuilder.Mona);
        await practice.OweAsync(CaseBuilder.Mona, "first");
        await practice.Get<Contacts>().UninstalledAsync(CaseBuilder.Mona.Id, default);
        await practice.DeliverAsync(); // it waits for her, and those who can do nothing about it are not told to hurry
        practice.Time.Advance(TimeSpan.FromHours(1));
        await practice.OweAsync(CaseBuilder.Dev, "second");
        practice.Time.Advance(TimeSpan.FromSeconds(90));
        await practice.OweAsync(CaseBuilder.Dev, "third");
        Assert.Equal((90, 1, 0), await MeasureAsync(practice));

        await using var db = await practice.ContextAsync();
        await db.Outbox.Where(row => row.State == OutboxState.Pending).ExecuteUpdateAsync(row => row.SetProperty(r => r.State, OutboxState.Dead));
        Assert.Equal((0, 1, 2), await MeasureAsync(practice));
    }

    [Fact]
    public async Task Seals_Are_Counted_As_They_Are_Checked()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync(screenshots: 3);
        using var measured = new MeasuredHere();
        await rig.CheckAsync();
        Assert.Equal((3, 0), (measured.Of("rowcroft.seals.checked").Sum(), measured.Of("rowcroft.seals.failed").Sum()));

        await rig.FlipByteAsync(@case.Evidence[1]);
        await rig.CheckAsync();
        Assert.Equal((6, 1), (measured.Of("rowcroft.seals.checked").Sum(), measured.Of("rowcroft.seals.failed").Sum()));
    }

    [Fact]
    public async Task A_Decision_Is_Timed_In_Working_Hours_And_Once()
    {
        await using var rig = await DecisionRig.StartAsync();
        var @case = await rig.OpenAsync(new CaseBuilder());
        rig.Time.Advance(TimeSpan.FromDays(1)); // Wednesday 10:00 to Thursday 10:00, of which 18:30 to 08:00 is no working time
        var card = (await rig.LookAsync(DecisionRig.Mona, @case)).Redrawn;
        using var measured = new MeasuredHere();
        for (var press = 0; press < 2; press++)
        {
            await rig.PressAsync(
                DecisionRig.Mona, card, "Record the decision", (CardFields.Outcome + "HumanResources", "true"), (CardFields.Reason, "It is about staff."));
        }

        Assert.Equal(10.5, Assert.Single(measured.Of("rowcroft.decision.working_time")));
    }

    [Fact]
    public async Task Each_Turn_Is_Counted_With_Its_Route_And_How_It_Ended()
    {
        using var measured = new MeasuredHere();
        var time = new FakeTimeProvider();
        await TurnAsync(time, turn =>
        {
            TurnNotes.Went(turn, "help");
            time.Advance(TimeSpan.FromSeconds(2));
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => TurnAsync(time, _ => throw new InvalidOperationException("zzq")));
        Assert.Equal([1, 1], measured.Of("rowcroft.turns"));
        Assert.Equal([2, 0], measured.Of("rowcroft.turn.duration"));
        Assert.Equal(
            ["rowcroft.activity.type=message rowcroft.route=help rowcroft.outcome=done", "rowcroft.activity.type=message rowcroft.route=none rowcroft.outcome=failed"],
            measured.TagsOf("rowcroft.turns"));
    }

    private static Task TurnAsync(TimeProvider time, Action<ITurnContext> handle)
    {
        var turn = new TurnContext(new TestAdapter(Channels.Msteams), new Activity(ActivityTypes.Message) { Text = "zzq" });
        return new TurnTrace(time).OnTurnAsync(
            turn,
            _ =>
            {
                handle(turn);
                return Task.CompletedTask;
            });
    }

    private static async Task<(double Age, double Waiting, double Dead)> MeasureAsync(DeliveryDriver practice)
    {
        using var measured = new MeasuredHere();
        await new OutboxMeter(practice.Get<IDbContextFactory<BotDbContext>>(), practice.Time, NullLogger<OutboxMeter>.Instance).MeasureAsync(default);
        return (Assert.Single(measured.Of("rowcroft.outbox.age")), Assert.Single(measured.Of("rowcroft.outbox.waiting")), Assert.Single(measured.Of("rowcroft.outbox.dead")));
    }
}
