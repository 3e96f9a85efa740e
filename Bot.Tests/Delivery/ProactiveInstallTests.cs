using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>Mona, who manages, has never opened the bot, and Teams lets it write only to those who have it.</summary>
public sealed class ProactiveInstallTests
{
    private const string App = "0ca71091-0000-4000-8000-00000000a991";
    private static readonly string MonasChat = DeliveryDriver.ChatOf(CaseBuilder.Mona);

    private readonly Mock<IGraph> _graph = new(MockBehavior.Strict);
    private readonly HashSet<string> _has = [];

    [SkippableTheory, BothDatabases]
    public async Task She_Gets_The_App_And_Then_The_Message_Once_And_Nobody_Is_Troubled(string provider)
    {
        await using var driver = await CreateAsync(provider);
        Installs(CaseBuilder.Mona, new GraphAnswer<bool>.Got(true));
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToApprovers(), "card", (await driver.OpenAsync()).Id), default);
        await driver.DeliverAsync();
        Assert.DoesNotContain(driver.Teams.Messages, message => message.Conversation == MonasChat);
        Assert.Contains(await driver.RowsAsync(), row => row is { State: OutboxState.Pending, LastError: "installing" });

        driver.Time.Advance(TimeSpan.FromSeconds(5));
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Messages, message => message.Conversation == MonasChat);
        Assert.Single(driver.Teams.Messages, message => message.Conversation == DeliveryDriver.ChatOf(CaseBuilder.Dev));
        Assert.Equal(1, Times());
    }

    [SkippableTheory, BothDatabases]
    public async Task What_Waited_For_Her_From_Before_Goes_Out_Too(string provider)
    {
        await using var driver = await CreateAsync(provider);
        Installs(CaseBuilder.Mona, new GraphAnswer<bool>.NotPermitted("P"));
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.DeliverAsync();
        Assert.Equal((OutboxState.Waiting, "unreachable"), await StateAsync(driver));

        _graph.Reset();
        Installs(CaseBuilder.Mona, new GraphAnswer<bool>.Got(true));
        driver.Time.Advance(GraphState.RestWithoutPermission);
        await driver.OweAsync(CaseBuilder.Mona, "two");
        await driver.DeliverAsync();
        driver.Time.Advance(TimeSpan.FromSeconds(5));
        await driver.DeliverAsync();
        Assert.Equal(2, driver.Teams.Messages.Count(message => message.Conversation == MonasChat));
    }

    [SkippableTheory, BothDatabases]
    public async Task If_It_Is_There_And_She_Still_Cannot_Be_Reached_It_Is_As_Without_Graph(string provider)
    {
        await using var driver = await CreateAsync(provider);
        Installs(CaseBuilder.Mona, new GraphAnswer<bool>.Got(false), works: false);
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToApprovers(), "card", (await driver.OpenAsync()).Id), default);
        await driver.DeliverAsync();
        driver.Time.Advance(TimeSpan.FromSeconds(5));
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Messages, message => message.Activity.Summary == UnreachableNotice.Summary);
        Assert.Single(await driver.RowsAsync(), row => row is { State: OutboxState.Waiting, LastError: "unreachable" });
        Assert.Equal(1, Times());

        // Teams tells of the installation late, or she opens the bot herself.
        _has.Add(MonasChat);
        await driver.SeenAsync(CaseBuilder.Mona);
        await driver.DeliverAsync();
        Assert.Single(driver.Teams.Messages, message => message.Conversation == MonasChat);
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Process_That_Dies_After_Installing_Leaves_A_Message_That_Is_Sent_Once(string provider)
    {
        await using var driver = await CreateAsync(provider);
        Installs(CaseBuilder.Mona, new GraphAnswer<bool>.Got(true));
        using var death = new CancellationTokenSource();
        _graph.Setup(graph => graph.InstallAsync(CaseBuilder.Mona.Id, App, It.IsAny<CancellationToken>())).Returns(async () =>
        {
            _has.Add(MonasChat);
            await death.CancelAsync();
            return new GraphAnswer<bool>.Got(true);
        });
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.Worker.SweepAsync(death.Token));
        Assert.Empty(driver.Teams.Messages);

        driver.Time.Advance(TimeSpan.FromMinutes(10));
        using var another = driver.AnotherWorker();
        await another.SweepAsync(default);
        Assert.Single(driver.Teams.Messages, message => message.Conversation == MonasChat);
        Assert.Equal((OutboxState.Sent, null), await StateAsync(driver));
    }

    [Fact]
    public async Task Ordinary_Staff_Get_No_App_That_They_Did_Not_Ask_For()
    {
        await using var driver = await CreateAsync("Sqlite");
        await driver.OweAsync(CaseBuilder.Ann, "one");
        await driver.DeliverAsync();
        Assert.Equal((OutboxState.Waiting, "unreachable"), await StateAsync(driver));
    }

    [Fact]
    public async Task Who_Took_The_Bot_Away_Does_Not_Get_It_Back_Unasked()
    {
        await using var driver = await CreateAsync("Sqlite");
        await driver.SeenAsync(CaseBuilder.Mona);
        await driver.Get<Contacts>().UninstalledAsync(CaseBuilder.Mona.Id, default);
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.DeliverAsync();
        Assert.Equal((OutboxState.Waiting, "unreachable"), await StateAsync(driver));
    }

    [Fact]
    public async Task While_It_Is_Off_Graph_Is_Not_Asked()
    {
        await using var driver = await CreateAsync("Sqlite", on: false);
        await driver.OweAsync(CaseBuilder.Mona, "one");
        await driver.DeliverAsync();
        Assert.Equal((OutboxState.Waiting, "unreachable"), await StateAsync(driver));
    }

    private async Task<DeliveryDriver> CreateAsync(string provider, bool on = true)
    {
        var driver = await DeliveryDriver.CreateAsync(
            provider,
            services => services.AddSingleton(new Lazy<IGraph>(() => _graph.Object)),
            ("Graph:Install", on.ToString()),
            ("Graph:TeamsAppId", App));
        driver.Teams.Answer = call => call.Conversation == DeliveryDriver.ChatOf(CaseBuilder.Dev) || _has.Contains(call.Conversation)
            ? null
            : FakeTeams.Status(HttpStatusCode.Forbidden);
        return driver;
    }

    private void Installs(NamedPerson person, GraphAnswer<bool> answer, bool works = true) =>
        _graph.Setup(graph => graph.InstallAsync(person.Id, App, It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            if (works && answer is GraphAnswer<bool>.Got)
            {
                _has.Add(DeliveryDriver.ChatOf(person));
            }

            return answer;
        });

    private int Times() => _graph.Invocations.Count(call => call.Method.Name == nameof(IGraph.InstallAsync));

    private static async Task<(OutboxState, string?)> StateAsync(DeliveryDriver driver)
    {
        var row = (await driver.RowsAsync())[0];
        return (row.State, row.LastError);
    }
}
