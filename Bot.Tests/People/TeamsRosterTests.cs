using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.People;

/// <summary>The roster of a team with the strange id that Teams gives it, over real HTTP.</summary>
public sealed class TeamsRosterTests : IAsyncLifetime
{
    private const string Team = "19:rowcroft+general@thread.tacv2";
    private const string AnnId = "00000000-0000-0000-0000-0000000000a1";
    private const string MonaId = "00000000-0000-0000-0000-0000000000b1";

    private readonly FakeTimeProvider _time = new(CaseBuilder.Wednesday);
    private readonly CapturedLogs _logs = new();
    private TestDatabase _database = null!;
    private RosterServer _teams = null!;
    private TeamsRoster _roster = null!;
    private TeamsRoster _another = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync("Sqlite");
        _teams = await RosterServer.StartAsync();
        _teams.Holds(RosterServer.Member("Ann Receptionist", AnnId));
        var settings = new ConfigurationBuilder().Build();
        TeamsRoster Instance() => new(
            new JoinedTeams(_database.Contexts, _time),
            new TeamConnector(new ConfigurationBotFrameworkAuthentication(settings), settings),
            _time,
            LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs)).CreateLogger<TeamsRoster>());
        (_roster, _another) = (Instance(), Instance());
        await InstallAsync();
    }

    [Fact]
    public async Task It_Is_The_Teams_Members_In_Order_Of_Name_From_Every_Page()
    {
        _teams.HoldsPages(
            [RosterServer.Member("Mona Manager", MonaId.ToUpperInvariant(), "mona@rowcroft.example")],
            [],
            [RosterServer.Member("ann Receptionist", AnnId)]);

        Assert.Equal(
            [
                new Person(CaseBuilder.Ann.Id, "ann Receptionist", null, "29:ann Receptionist"),
                new Person(CaseBuilder.Mona.Id, "Mona Manager", "mona@rowcroft.example", "29:Mona Manager"),
            ],
            await PeopleAsync());
        Assert.Equal(3, _teams.Requests.Count);
        Assert.All(_teams.Requests, request => Assert.Contains("pageSize=500", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guests_Are_On_It_And_Other_Bots_Are_Not()
    {
        var old = RosterServer.Member("Old Connector", null);
        old["objectId"] = MonaId;
        _teams.Holds(
            RosterServer.Member("Polly", null),
            RosterServer.Member("Empty", ""),
            RosterServer.Member("Locum", AnnId, "locum_agency.example#EXT#@rowcroft.example"),
            old);
        Assert.Equal(["Locum", "Old Connector"], await NamesAsync());
    }

    [Fact]
    public async Task A_Member_Without_A_Name_Is_Still_A_Member()
    {
        _teams.Holds(new JObject { ["id"] = "29:x", ["aadObjectId"] = AnnId });
        Assert.Equal([""], await NamesAsync());
    }

    [Fact]
    public async Task It_Is_Read_Once_In_Five_Minutes()
    {
        await PeopleAsync();
        _time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        _teams.Holds();
        Assert.Equal(["Ann Receptionist"], await NamesAsync());
        Assert.Single(_teams.Requests);

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task When_Somebody_Joins_Or_Leaves_It_Is_Read_Again()
    {
        await PeopleAsync();
        await _roster.ForgetAsync(CaseBuilder.Practice, default);
        _teams.Holds(RosterServer.Member("Mona Manager", MonaId));
        Assert.Equal(["Mona Manager"], await NamesAsync());
    }

    [Fact]
    public async Task Another_Instance_Knows_Within_A_Second_That_Somebody_Left()
    {
        await _another.GetAsync(CaseBuilder.Practice, default);
        await _roster.ForgetAsync(CaseBuilder.Practice, default);
        _teams.Holds(RosterServer.Member("Mona Manager", MonaId));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["Mona Manager"], (await _another.GetAsync(CaseBuilder.Practice, default)).Select(person => person.Name));

        // Teams that cannot be asked is no reason to let in somebody who has left.
        await _roster.ForgetAsync(CaseBuilder.Practice, default);
        _teams.Instead = Status(HttpStatusCode.InternalServerError);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<RosterUnavailableException>(() => _another.GetAsync(CaseBuilder.Practice, default));
    }

    [Fact]
    public async Task Another_Instance_Knows_Within_A_Second_That_The_Bot_Was_Taken_Out()
    {
        await _another.GetAsync(CaseBuilder.Practice, default);
        await InstallationsOf(_database).RemoveAsync(CaseBuilder.Practice, Team, default);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await _another.GetAsync(CaseBuilder.Practice, default));

        await InstallAsync();
        _teams.Holds(RosterServer.Member("Mona Manager", MonaId));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["Mona Manager"], (await _another.GetAsync(CaseBuilder.Practice, default)).Select(person => person.Name));
    }

    [Fact]
    public async Task Who_Leaves_While_It_Is_Being_Read_Is_Not_On_What_Is_Kept()
    {
        var (asked, left) = (new TaskCompletionSource(), new TaskCompletionSource());
        _teams.Instead = async context =>
        {
            asked.SetResult();
            await left.Task;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(new JObject { ["members"] = new JArray(RosterServer.Member("Ann Receptionist", AnnId)) }.ToString());
        };
        var reading = PeopleAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await _roster.ForgetAsync(CaseBuilder.Practice, default);
        left.SetResult();
        await reading;

        _teams.Instead = null;
        _teams.Holds(RosterServer.Member("Mona Manager", MonaId));
        Assert.Equal(["Mona Manager"], await NamesAsync());
    }

    [Fact]
    public async Task Without_A_Team_Nobody_Is_On_It_And_Nobody_Is_Asked()
    {
        await InstallationsOf(_database).RemoveAsync(CaseBuilder.Practice, Team, default);
        Assert.Empty(await PeopleAsync());
        Assert.Empty(_teams.Requests);
    }

    [Fact]
    public async Task Another_Practice_Has_Its_Own()
    {
        await PeopleAsync();
        Assert.Empty(await _roster.GetAsync(new("elsewhere"), default));
    }

    public static TheoryData<string, RequestDelegate> Faults => new()
    {
        { "throttled", Status(HttpStatusCode.TooManyRequests) },
        { "forbidden", Status(HttpStatusCode.Forbidden) },
        { "broken", Status(HttpStatusCode.InternalServerError) },
        { "hanging up", context => { context.Abort(); return Task.CompletedTask; } },
        { "speaking another language", context => context.Response.WriteAsync("<html>Sorry</html>") },
        { "saying nothing", _ => Task.CompletedTask },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task While_Teams_Is_Out_Of_Order_The_Last_List_Stands_In_For_A_Day(string how, RequestDelegate fault)
    {
        await PeopleAsync();
        _teams.Instead = fault;
        _time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        Assert.True((await PeopleAsync()) is [{ Name: "Ann Receptionist" }], how);
        Assert.Contains(_logs.Lines, line => line.Contains("rowcroft could not be read", StringComparison.Ordinal));

        _time.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<RosterUnavailableException>(PeopleAsync);

        _teams.Instead = null;
        Assert.Equal(["Ann Receptionist"], await NamesAsync());
    }

    [Fact]
    public async Task A_Teams_That_Is_Out_Of_Order_Is_Left_In_Peace_For_Half_A_Minute()
    {
        await PeopleAsync();
        _teams.Instead = Status(HttpStatusCode.TooManyRequests);
        _time.Advance(TimeSpan.FromMinutes(5));
        await PeopleAsync();
        Assert.Equal(["Ann Receptionist"], await NamesAsync());
        Assert.Equal(2, _teams.Requests.Count);

        _time.Advance(TimeSpan.FromSeconds(30));
        await PeopleAsync();
        Assert.Equal(3, _teams.Requests.Count);
        await _roster.ForgetAsync(CaseBuilder.Practice, default);
        await Assert.ThrowsAsync<RosterUnavailableException>(PeopleAsync);
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task With_Nothing_Kept_It_Says_So(string how, RequestDelegate fault)
    {
        _teams.Instead = fault;
        var exception = await Record.ExceptionAsync(PeopleAsync);
        Assert.True(exception is RosterUnavailableException, $"{how}: {exception}");
    }

    [Fact]
    public async Task A_Teams_That_Never_Answers_Is_Given_Up_Before_Teams_Gives_Up_The_Turn()
    {
        await PeopleAsync();
        _time.Advance(TimeSpan.FromMinutes(6));
        var asked = new TaskCompletionSource();
        _teams.Instead = async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var reading = NamesAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60));
        _time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(["Ann Receptionist"], await reading.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_Caller_Who_Gives_Up_Is_Not_Told_That_Teams_Is_Out_Of_Order()
    {
        using var patience = new CancellationTokenSource();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _roster.GetAsync(CaseBuilder.Practice, patience.Token));
        Assert.Empty(_logs.Lines);
    }

    public async Task DisposeAsync()
    {
        await _teams.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static RequestDelegate Status(HttpStatusCode status) => context =>
    {
        context.Response.StatusCode = (int)status;
        return context.Response.WriteAsync("""{"error":{"code":"Any","message":"Ann Receptionist"}}""");
    };

    private Installations InstallationsOf(TestDatabase database) => new(database.Contexts, KnownPractices.In(database.Contexts, new PracticeOptions()), Options.Create(new PracticeOptions()), _time);

    private Task InstallAsync() => InstallationsOf(_database).RecordAsync(
        new Activity(ActivityTypes.InstallationUpdate)
        {
            ServiceUrl = _teams.ServiceUrl,
            ChannelData = new TeamsChannelData { Team = new TeamInfo(Team) },
        },
        default);

    private Task<IReadOnlyList<Person>> PeopleAsync() => _roster.GetAsync(CaseBuilder.Practice, default);

    private async Task<IEnumerable<string>> NamesAsync() => (await PeopleAsync()).Select(person => person.Name);
}
