using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Tests.People.Graph;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>The whole bot, with Teams and Graph as played on this machine.</summary>
public sealed class GraphInTheBotTests : IAsyncLifetime
{
    private const string Case = "Case RMC-2026-0001";
    private static readonly string ManagersId = Cast.Manager.ObjectId.ToString();

    private LoopbackGraph _graph = null!;
    private PracticeInTeams _practice = null!;

    public async Task InitializeAsync() => _graph = await LoopbackGraph.StartAsync();

    public async Task DisposeAsync()
    {
        await _practice.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task While_The_Manager_Is_Away_The_Deputy_Is_Expected_To_Decide_And_Everybody_Is_Told_So()
    {
        await StartAsync(("Graph:Absence", "true"));
        _graph.Replies[ManagersId] = LoopbackGraph.Scheduled(CaseBuilder.Wednesday.AddDays(-1), CaseBuilder.Wednesday.AddDays(2));
        _graph.Replies[Cast.Deputy.ObjectId.ToString()] = new() { ["status"] = "disabled" };
        await _practice.KnowsIsAwayAsync(Cast.Manager);
        await _practice.Receptionist.ReportAsync();

        Assert.Contains("The practice manager is away at present, so the deputy will look at it and decide by", _practice.Receptionist.Reads(), StringComparison.Ordinal);
        var deputys = await CardAsync(_practice.Deputy);
        var words = CardReading.Words(deputys, Cast.Deputy);
        Assert.Contains("Morgan Hale\n is away until Friday 6 March 2026 (automatic reply).\nYou are expected to decide this case.", words, StringComparison.Ordinal);
        Assert.True((bool?)deputys.Activity["channelData"]?["notification"]?["alert"]);
        Assert.DoesNotContain("Hale", (string?)deputys.Activity["summary"], StringComparison.Ordinal);

        var managers = await CardAsync(_practice.Manager);
        Assert.Contains("You are away until Friday 6 March 2026 (automatic reply).\nDr Sam Okafor\n can decide", CardReading.Words(managers, Cast.Manager), StringComparison.Ordinal);
        await _practice.Manager.PressAsync(managers, "Send the question", new JsonObject { ["question"] = "Is it still up?" });
        Assert.Contains("Is it still up?", CardReading.Words(await CardAsync(_practice.Manager), Cast.Manager), StringComparison.Ordinal);
        Assert.DoesNotContain("daughter", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Manager_Who_Never_Opened_The_Bot_Gets_It_And_Then_The_Case()
    {
        await StartAsync(("Graph:Install", "true"), ("Graph:TeamsAppId", LoopbackGraph.TeamsApp));
        await _practice.Deputy.InstallAsync();
        _graph.Accounts[Cast.Manager.UserPrincipalName] = ManagersId;
        _graph.Tell = _ => _practice.Manager.InstallAsync();
        _practice.Teams.Faults.Add(new(ConnectorOperation.CreateConversation, FaultKind.Forbidden));
        await _practice.Receptionist.ReportAsync();

        await CardAsync(_practice.Deputy);
        await _practice.Teams.UntilAsync(() => _graph.Installed.ContainsKey(ManagersId));
        await _practice.Teams.UntilAsync(() => _practice.Manager.FromBot.Count > 0);
        await CardAsync(_practice.Manager);
        Assert.Single(_practice.Manager.FromBot, post => CardReading.Words(post, Cast.Manager).Contains(Case, StringComparison.Ordinal));
        Assert.DoesNotContain(_practice.Deputy.FromBot, post => CardReading.Words(post, Cast.Deputy).Contains("cannot be reached", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(503, "Graph:Absence is on, but Graph cannot be asked at present (503).", "Graph:Names is on, but Graph cannot be asked at present (503).")]
    [InlineData(403, "the application permission MailboxSettings.Read is not granted", "the application permission User.Read.All is not granted")]
    public async Task With_Graph_Down_Or_Closed_Everything_Goes_On_As_Without_It_And_Readiness_Says_So(int status, params string[] sentences)
    {
        _graph.Misbehave = LoopbackGraph.Refuse(status, "Any");
        await StartAsync(("Graph:Absence", "true"), ("Graph:Install", "true"), ("Graph:Names", "true"), ("Practice:Deputies:1", "Nobody Knows"));
        await _practice.Receptionist.ReportAsync();

        Assert.Contains("The practice manager or the deputy will look at it and decide by", _practice.Receptionist.Reads(), StringComparison.Ordinal);
        Assert.DoesNotContain("away", CardReading.Words(await CardAsync(_practice.Deputy), Cast.Deputy), StringComparison.Ordinal);
        var graph = _practice.Get<GraphState>();
        await _practice.Teams.UntilAsync(() => graph.Features.All(feature =>
            feature.Feature == GraphFeature.Install || feature.Standing is not (GraphStanding.Off or GraphStanding.NotAskedYet)));
        using var caller = new RawCaller(_practice);
        var (ready, body) = await caller.SendAsync(HttpMethod.Get, null, path: "health/ready");
        var check = JsonNode.Parse(body)!["checks"]!["graph"]!;
        Assert.Equal((200, "Degraded"), (ready, (string?)check["status"]));
        Assert.All(sentences, sentence => Assert.Contains(sentence, (string?)check["description"], StringComparison.Ordinal));
    }

    /// <summary>Otherwise nobody would ever see a case that came while the bot had just started and Graph was slow.</summary>
    [Fact]
    public async Task Who_Is_Known_Only_When_Graph_Answers_Again_Gets_The_Case_Then_And_Nobody_Gets_It_Twice_Or_In_Their_Place()
    {
        _graph.Names["The Manager"] = [ManagersId];
        _graph.Misbehave = LoopbackGraph.Refuse(503, "ServiceUnavailable");
        await StartAsync(("Graph:Names", "true"), ("Practice:Managers:0", "The Manager"), ("Practice:Deputies:0", Cast.Nurse.ObjectId.ToString()),
            ("Practice:Partners:0", Cast.Deputy.ObjectId.ToString()));
        await _practice.Receptionist.ReportAsync();
        await CardAsync(_practice.Nurse);
        Assert.Contains("Who decides it cannot be looked up just now; it goes to them as soon as it can", await ReceiptAsync(), StringComparison.Ordinal);
        await _practice.Nurse.ReportAsync(); // a deputy's own: before the manager is known, nobody is left but the partner

        _graph.Misbehave = null;
        _practice.Clock.Advance(GraphState.Rest);
        await _practice.Teams.UntilAsync(() => CasesOf(_practice.Manager).Count() == 2, TimeSpan.FromSeconds(60));
        await _practice.QuietAsync();
        Assert.Equal((2, 1, 0), (CasesOf(_practice.Manager).Count(), CasesOf(_practice.Nurse).Count(), CasesOf(_practice.Deputy).Count()));
    }

    [Fact]
    public async Task An_Approver_Who_Left_Is_Not_Asked_About_And_Decides_Nothing_At_The_Next_Press()
    {
        await StartAsync(("Graph:Absence", "true"));
        await _practice.Manager.SayAsync("cases");
        await _practice.Receptionist.ReportAsync();
        var card = await CardAsync(_practice.Manager);
        await _practice.Teams.UntilAsync(() => AskedAboutTheManager() > 0); // nobody waits for the answer for long
        await _practice.Teams.Installer.LeaveTeamAsync(Cast.Manager, Cast.Deputy);
        var pressed = await _practice.Manager.PressAsync(card, "Send the question", new JsonObject { ["question"] = "Is it still up?" });
        Assert.Equal(Greetings.NotOneOfUs, pressed.Notices[Cast.Manager.Key].Text);

        var asked = AskedAboutTheManager();
        _practice.Clock.Advance(TimeSpan.FromHours(2));
        await _practice.Deputy.SayAsync("cases");
        Assert.Equal(asked, AskedAboutTheManager());
    }

    private Task<string> ReceiptAsync() => _practice.Teams.UntilAsync(
        () => _practice.Receptionist.FromBot.Select(post => CardReading.Words(post, Cast.Receptionist)).LastOrDefault(words => words.Contains("Your report is RMC-", StringComparison.Ordinal)));

    private static IEnumerable<Post> CasesOf(PersonClient person) =>
        person.FromBot.Where(post => CardReading.Words(post, person.Person).Contains("Case RMC-2026-000", StringComparison.Ordinal));

    private int AskedAboutTheManager() => _graph.Requests.Count(request => request.Contains(ManagersId, StringComparison.OrdinalIgnoreCase));

    private async Task StartAsync(params (string Name, string Value)[] settings) => _practice = await PracticeInTeams.StartAsync(
        settings: settings.Append(("Graph:BaseUrl", _graph.Address.AbsoluteUri)).ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2));

    private Task<Post> CardAsync(PersonClient person) => _practice.Teams.UntilAsync(
        () => person.FromBot.LastOrDefault(post => CardReading.Words(post, person.Person).Contains(Case, StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
}
