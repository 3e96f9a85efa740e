using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.People.Graph;

/// <summary>What is asked, kept, and said about it, feature by feature. The client is the real one.</summary>
public sealed class GraphFeatureTests
{
    private static readonly PersonId Mona = CaseBuilder.Mona.Id;
    private static readonly PersonId Dev = CaseBuilder.Dev.Id;

    [Fact]
    public async Task With_Everything_Off_Nobody_Is_Asked_And_The_Client_Is_Never_Made()
    {
        await using var rig = await GraphRig.StartAsync();
        Assert.Empty(await rig.Get<Absences>().GetAsync([Mona], default));
        Assert.Empty(await FindAsync(rig, "mona@rowcroft.example"));
        Assert.Empty(await NotKnownAsync(rig, "mona@rowcroft.example"));
        Assert.False(await rig.Get<PersonalApp>().InstallAsync(Mona, default));
        Assert.False(rig.Get<Lazy<IGraph>>().IsValueCreated);
        Assert.All(rig.Get<GraphState>().Features, feature => Assert.Equal(GraphStanding.Off, feature.Standing));
        Assert.Equal((HealthStatus.Healthy, "Off: Microsoft Graph is not asked for anything."), await rig.HealthAsync());
    }

    [Fact]
    public async Task Whoever_Has_An_Automatic_Reply_On_Is_Away_From_Its_Beginning_To_Its_End()
    {
        await using var rig = await GraphRig.StartWithAsync(GraphFeature.Absence);
        rig.Graph.Replies[Mona.Value] = LoopbackGraph.Scheduled(CaseBuilder.Wednesday.AddMinutes(5), CaseBuilder.Wednesday.AddMinutes(10));
        rig.Graph.Replies[Dev.Value] = new() { ["status"] = "alwaysEnabled" };
        Assert.Equal([(Dev, new Absence(null))], await AwayAsync(rig));

        rig.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([(Mona, new Absence(CaseBuilder.Wednesday.AddMinutes(10))), (Dev, new Absence(null))], await AwayAsync(rig));
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([(Dev, new Absence(null))], await AwayAsync(rig));
        Assert.Equal(2, rig.Graph.Requests.Count);
        Assert.Equal((HealthStatus.Healthy, "Graph:Absence works."), await rig.HealthAsync());
    }

    [Fact]
    public async Task What_Is_A_Quarter_Of_An_Hour_Old_Is_Asked_Again_Behind_The_Back()
    {
        await using var rig = await GraphRig.StartWithAsync(GraphFeature.Absence);
        rig.Graph.Replies[Mona.Value] = new() { ["status"] = "alwaysEnabled" };
        rig.Graph.Replies[Dev.Value] = new() { ["status"] = "disabled" };
        await AwayAsync(rig);
        rig.Graph.Replies[Mona.Value] = new() { ["status"] = "disabled" };
        rig.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal([(Mona, new Absence(null))], await AwayAsync(rig));
        await UntilAsync(async () => (await AwayAsync(rig)).Count == 0);

        // One is asked about beside the other: Mona's answer may be kept before Dev's question has arrived. Nobody is asked about a third time.
        await UntilAsync(() => Task.FromResult(rig.Graph.Requests.Count >= 4));
        Assert.Empty(await AwayAsync(rig));
        Assert.Equal(2, rig.Graph.Requests.Count(request => request.Contains(Mona.Value, StringComparison.Ordinal)));
        Assert.Equal(2, rig.Graph.Requests.Count(request => request.Contains(Dev.Value, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_Graph_That_Does_Not_Answer_Is_Waited_For_A_Second_And_A_Half_By_All_Together()
    {
        await using var rig = await GraphRig.StartWithAsync(GraphFeature.Absence);
        var asked = new SemaphoreSlim(0);
        rig.Graph.Misbehave = async context =>
        {
            asked.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var first = rig.Get<Absences>().GetAsync([Mona], default);
        await asked.WaitAsync(TimeSpan.FromSeconds(30));
        rig.Time.Advance(GraphMemory<AutomaticReply>.Patience);
        Assert.Empty(await first.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Empty(await rig.Get<Absences>().GetAsync([Mona], default).WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Single(rig.Graph.Requests);

        rig.Time.Advance(GraphMemory<AutomaticReply>.Timeout);
        await UntilAsync(() => Task.FromResult(rig.State(GraphFeature.Absence).Standing == GraphStanding.Unreachable));
        Assert.Equal(HealthStatus.Degraded, (await rig.HealthAsync()).Status);
    }

    [Fact]
    public async Task A_Missing_Permission_Is_Said_Once_And_Asked_For_Again_After_A_Quarter_Of_An_Hour()
    {
        await using var rig = await GraphRig.StartWithAsync(GraphFeature.Absence);
        rig.Graph.Replies[Mona.Value] = new() { ["status"] = "alwaysEnabled" };
        rig.Graph.Misbehave = LoopbackGraph.Refuse(403, "ErrorAccessDenied");
        Assert.Empty(await rig.Get<Absences>().GetAsync([Mona], default));
        Assert.Empty(await rig.Get<Absences>().GetAsync([Mona], default));
        Assert.Single(rig.Graph.Requests);
        Assert.Equal(
            (HealthStatus.Degraded, "Graph:Absence is on, but Graph refuses it: the application permission MailboxSettings.Read is not granted to the "
                + "bot's identity. Nobody counts as away meanwhile. Grant it, or set Graph:Absence to false."),
            await rig.HealthAsync());
        Assert.Equal((GraphStanding.MissingPermission, CaseBuilder.Wednesday), (rig.State(GraphFeature.Absence).Standing, rig.State(GraphFeature.Absence).Since));

        rig.Graph.Misbehave = null;
        rig.Time.Advance(GraphState.RestWithoutPermission - TimeSpan.FromTicks(1));
        Assert.Empty(await rig.Get<Absences>().GetAsync([Mona], default));
        rig.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Single(await rig.Get<Absences>().GetAsync([Mona], default));
        Assert.Equal((GraphStanding.Works, rig.Time.GetUtcNow()), (rig.State(GraphFeature.Absence).Standing, rig.State(GraphFeature.Absence).Since));
        Assert.Equal(2, rig.Logs.Lines.Count(line => line.Contains("Graph:Absence stands at", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_Pause_That_Graph_Asks_For_Is_Kept()
    {
        await using var rig = await GraphRig.StartWithAsync(GraphFeature.Names);
        rig.Graph.Accounts["mona@rowcroft.example"] = Mona.Value;
        rig.Graph.Misbehave = LoopbackGraph.Refuse(429, "TooManyRequests", "300");
        Assert.Empty(await FindAsync(rig, "mona@rowcroft.example"));
        rig.Graph.Misbehave = null;
        rig.Time.Advance(TimeSpan.FromSeconds(299));
        Assert.Empty(await FindAsync(rig, "mona@rowcroft.example"));
        Assert.Single(rig.Graph.Requests);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([Mona], await FindAsync(rig, "mona@rowcroft.example"));
    }

    [Fact]
    public async Task Names_Are_Found_And_Kept_For_A_Day_While_Graph_Is_Down()
    {
        await using var rig = await GraphRig.StartWithAsync(GraphFeature.Names);
        rig.Graph.Accounts["mona@rowcroft.example"] = Mona.Value;
        rig.Graph.Names["Dev Deputy"] = [Dev.Value];
        Assert.Equal([Mona, Dev], await FindAsync(rig, "Mona@rowcroft.example", Guid.NewGuid().ToString(), "Dev Deputy"));
        rig.Graph.Misbehave = LoopbackGraph.Refuse(503, "ServiceUnavailable");
        rig.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        Assert.Equal([Mona, Dev], await FindAsync(rig, "mona@rowcroft.example", "Dev Deputy"));
        await UntilAsync(() => Task.FromResult(rig.State(GraphFeature.Names).Standing == GraphStanding.Unreachable));
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(await FindAsync(rig, "mona@rowcroft.example", "Dev Deputy"));
        Assert.Equal(["mona@rowcroft.example", "Dev Deputy"], await NotKnownAsync(rig, "mona@rowcroft.example", "Dev Deputy"));
        Assert.Contains("decide nothing meanwhile", (await rig.HealthAsync()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Name_That_Several_People_Have_Stands_For_Nobody_And_So_Does_One_That_Left()
    {
        await using var rig = await GraphRig.StartWithAsync(GraphFeature.Names);
        rig.Graph.Names["Mona Manager"] = [Mona.Value, "another", "and-another"];
        Assert.Empty(await FindAsync(rig, "Mona Manager", "gone@rowcroft.example"));
        Assert.Empty(await NotKnownAsync(rig, "Mona Manager", "gone@rowcroft.example"));
        var (status, sentence) = await rig.HealthAsync();
        Assert.Equal(HealthStatus.Degraded, status);
        Assert.EndsWith("stand for nobody, or for several people: 2. Use object ids.", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Mona", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_App_Is_Installed_Once_A_Day_And_Looked_Up_Once()
    {
        await using var rig = await GraphRig.StartAsync(("Graph:Install", "true"));
        rig.Graph.Accounts["mona@rowcroft.example"] = Mona.Value;
        rig.Graph.Accounts["dev@rowcroft.example"] = Dev.Value;
        rig.Graph.Catalogue[GraphRig.ManifestId] = LoopbackGraph.TeamsApp;
        var app = rig.Get<PersonalApp>();
        Assert.True(await app.InstallAsync(Mona, default));
        Assert.True(await app.InstallAsync(Dev, default));
        Assert.False(await app.InstallAsync(Mona, default));
        rig.Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await app.InstallAsync(Mona, default));
        Assert.Equal(
            ["teamsApps", "installedApps", "installedApps", "installedApps"],
            rig.Graph.Requests.Select(request => request.Split('?')[0].Split('/')[^1]));
    }

    [Theory]
    [InlineData(true, "permission TeamsAppInstallation.ReadWriteSelfForUser.All is not granted to the bot's identity, or a policy of Teams forbids the app.")]
    [InlineData(false, "permission AppCatalog.Read.All (not needed with Graph:TeamsAppId) is not granted")]
    public async Task Without_The_Permission_The_App_Is_Not_Installed(bool knowsTheApp, string sentence)
    {
        await using var rig = await GraphRig.StartAsync(("Graph:Install", "true"), ("Graph:TeamsAppId", knowsTheApp ? LoopbackGraph.TeamsApp : ""));
        rig.Graph.Misbehave = LoopbackGraph.Refuse(403, "Forbidden");
        Assert.False(await rig.Get<PersonalApp>().InstallAsync(Mona, default));
        Assert.False(await rig.Get<PersonalApp>().InstallAsync(Mona, default));
        Assert.Single(rig.Graph.Requests);
        Assert.Contains(sentence, (await rig.HealthAsync()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_App_That_Is_Not_In_The_Catalogue_Yet_Is_Said_Too()
    {
        await using var rig = await GraphRig.StartAsync(("Graph:Install", "true"));
        Assert.False(await rig.Get<PersonalApp>().InstallAsync(Mona, default));
        Assert.Contains("the app is not in the organisation's catalogue", (await rig.HealthAsync()).Sentence, StringComparison.Ordinal);
    }

    private static async Task<List<(PersonId, Absence)>> AwayAsync(GraphRig rig) =>
        [.. (await rig.Get<Absences>().GetAsync([Mona, Dev], default)).Select(away => (away.Key, away.Value))];

    private static async Task<IReadOnlyList<PersonId>> FindAsync(GraphRig rig, params string[] names) =>
        (await rig.Get<NamedPeople>().FindAsync(names, default)).People;

    private static async Task<IReadOnlyList<string>> NotKnownAsync(GraphRig rig, params string[] names) =>
        (await rig.Get<NamedPeople>().FindAsync(names, default)).NotKnownYet;

    /// <summary>For what happens behind the back, over real HTTP.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }
}
