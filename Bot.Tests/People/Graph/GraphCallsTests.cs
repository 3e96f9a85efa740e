using Microsoft.AspNetCore.Http;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.People.Graph;

/// <summary>The real client, over real HTTP.</summary>
public sealed class GraphCallsTests : IAsyncLifetime
{
    private static readonly PersonId Mona = CaseBuilder.Mona.Id;

    private GraphRig _rig = null!;

    private LoopbackGraph Graph => _rig.Graph;

    public async Task InitializeAsync()
    {
        _rig = await GraphRig.StartAsync();
        Graph.Accounts["mona@rowcroft.example"] = Mona.Value;
    }

    public Task DisposeAsync() => _rig.DisposeAsync().AsTask();

    [Fact]
    public async Task An_Account_Is_Found_By_Its_User_Principal_Name_And_Only_Its_Id_Is_Asked_For()
    {
        Assert.Equal(new GraphAnswer<PersonId>.Got(Mona), await _rig.Calls.FindByUpnAsync("Mona@rowcroft.example", default));
        Assert.Equal("GET /v1.0/users/Mona@rowcroft.example?$select=id", Assert.Single(Graph.Requests));
        Assert.Equal("Bearer for-this-machine", Assert.Single(Graph.Tokens));
    }

    [Fact]
    public async Task Whoever_Left_Is_Not_There()
    {
        Graph.Accounts.Clear();
        Assert.IsType<GraphAnswer<PersonId>.NotThere>(await _rig.Calls.FindByUpnAsync("mona@rowcroft.example", default));
        Assert.IsType<GraphAnswer<AutomaticReply>.NotThere>(await _rig.Calls.AutomaticReplyAsync(Mona, default));
        Assert.IsType<GraphAnswer<bool>.NotThere>(await _rig.Calls.InstallAsync(Mona, LoopbackGraph.TeamsApp, default));
    }

    [Fact]
    public async Task A_Name_Is_Looked_For_On_Every_Page()
    {
        Graph.Names["Mona O'Hale"] = ["a", "b", "c", "d", "e"];
        var found = Assert.IsType<GraphAnswer<IReadOnlyList<PersonId>>.Got>(await _rig.Calls.FindByNameAsync("Mona O'Hale", default));
        Assert.Equal(["a", "b", "c", "d", "e"], found.Value.Select(person => person.Value));
        Assert.Equal(3, Graph.Requests.Count);
        Assert.Contains("$filter=displayName eq 'Mona O''Hale'", Graph.Requests.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Next_Page_Somewhere_Else_Is_Not_Asked_For_And_Gets_No_Token()
    {
        await using var stranger = await LoopbackGraph.StartAsync();
        Graph.Names["Mona"] = ["a", "b", "c"];
        Graph.Elsewhere = stranger.Address;
        Assert.IsType<GraphAnswer<IReadOnlyList<PersonId>>.NotNow>(await _rig.Calls.FindByNameAsync("Mona", default));
        Assert.Empty(stranger.Requests);
    }

    [Fact]
    public async Task A_Redirect_Is_Not_Followed()
    {
        await using var stranger = await LoopbackGraph.StartAsync();
        Graph.Misbehave = context =>
        {
            context.Response.Redirect(stranger.Address.AbsoluteUri);
            return Task.CompletedTask;
        };
        Assert.IsNotType<GraphAnswer<PersonId>.Got>(await _rig.Calls.FindByUpnAsync("mona@rowcroft.example", default));
        Assert.Empty(stranger.Requests);
    }

    [Fact]
    public async Task An_Automatic_Reply_With_Its_Times()
    {
        var (from, until) = (CaseBuilder.Wednesday.AddDays(-1), CaseBuilder.Wednesday.AddDays(2));
        Graph.Replies[Mona.Value] = LoopbackGraph.Scheduled(from, until);
        Assert.Equal(new GraphAnswer<AutomaticReply>.Got(new AutomaticReply(true, from, until)), await _rig.Calls.AutomaticReplyAsync(Mona, default));
        Assert.EndsWith("/mailboxSettings?$select=automaticRepliesSetting", Assert.Single(Graph.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_Times_May_Be_In_Another_Zone()
    {
        var reply = LoopbackGraph.Scheduled(CaseBuilder.Wednesday, CaseBuilder.Wednesday);
        reply["scheduledEndDateTime"]!["dateTime"] = "2026-07-10T09:00:00.0000000";
        reply["scheduledEndDateTime"]!["timeZone"] = "GMT Standard Time";
        Graph.Replies[Mona.Value] = reply;
        var got = Assert.IsType<GraphAnswer<AutomaticReply>.Got>(await _rig.Calls.AutomaticReplyAsync(Mona, default));
        Assert.Equal(new DateTimeOffset(2026, 7, 10, 8, 0, 0, TimeSpan.Zero), got.Value.Until);
    }

    [Theory]
    [InlineData("alwaysEnabled", true)]
    [InlineData("disabled", false)]
    [InlineData("somethingNew", false)]
    public async Task An_Automatic_Reply_Without_Times(string status, bool isSet)
    {
        Graph.Replies[Mona.Value] = new() { ["status"] = status };
        Assert.Equal(new GraphAnswer<AutomaticReply>.Got(new AutomaticReply(isSet)), await _rig.Calls.AutomaticReplyAsync(Mona, default));
    }

    [Fact]
    public async Task The_App_Is_Installed_And_A_Second_Time_It_Is_There_Already()
    {
        Assert.Equal(new GraphAnswer<bool>.Got(true), await _rig.Calls.InstallAsync(Mona, LoopbackGraph.TeamsApp, default));
        Assert.Equal(new GraphAnswer<bool>.Got(false), await _rig.Calls.InstallAsync(Mona, LoopbackGraph.TeamsApp, default));
        Assert.Equal([Mona.Value], Graph.Installed.Keys);
    }

    [Fact]
    public async Task The_Catalogue_Knows_The_App_By_The_Id_Of_Its_Manifest()
    {
        Graph.Catalogue[GraphRig.ManifestId] = LoopbackGraph.TeamsApp;
        Assert.Equal(new GraphAnswer<string>.Got(LoopbackGraph.TeamsApp), await _rig.Calls.FindAppAsync(GraphRig.ManifestId, default));
        Assert.IsType<GraphAnswer<string>.NotThere>(await _rig.Calls.FindAppAsync("another", default));
    }

    [Theory]
    [InlineData(401, "InvalidAuthenticationToken")]
    [InlineData(403, "Authorization_RequestDenied")]
    public async Task A_Refusal_Names_The_Permission_That_Is_Missing(int status, string code)
    {
        Graph.Misbehave = LoopbackGraph.Refuse(status, code);
        Assert.Equal(new GraphAnswer<PersonId>.NotPermitted("User.Read.All"), await _rig.Calls.FindByUpnAsync("mona@rowcroft.example", default));
        Assert.Equal(new GraphAnswer<AutomaticReply>.NotPermitted("MailboxSettings.Read"), await _rig.Calls.AutomaticReplyAsync(Mona, default));
        Assert.Equal(new GraphAnswer<string>.NotPermitted("AppCatalog.Read.All"), await _rig.Calls.FindAppAsync("x", default));
        Assert.Equal(
            new GraphAnswer<bool>.NotPermitted("TeamsAppInstallation.ReadWriteSelfForUser.All"),
            await _rig.Calls.InstallAsync(Mona, LoopbackGraph.TeamsApp, default));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Wed, 04 Mar 2026 10:00:30 GMT", 30)]
    [InlineData("Wed, 04 Mar 2026 09:00:00 GMT", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task A_Pause_That_Graph_Asks_For_Is_An_Answer_And_Nothing_Sleeps(string? header, int? seconds)
    {
        Graph.Misbehave = LoopbackGraph.Refuse(429, "TooManyRequests", header);
        var expected = new GraphAnswer<PersonId>.NotNow("429", seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
        Assert.Equal(expected, await _rig.Calls.FindByUpnAsync("mona@rowcroft.example", default));
        Assert.Single(Graph.Requests);
    }

    public static TheoryData<string, RequestDelegate> Faults => new()
    {
        { "out of order", LoopbackGraph.Refuse(503, "ServiceUnavailable") },
        { "hanging up", context => { context.Abort(); return Task.CompletedTask; } },
        { "speaking another language", context => { context.Response.ContentType = "application/json"; return context.Response.WriteAsync("<html>"); } },
        { "an error without a body", context => { context.Response.StatusCode = 502; return Task.CompletedTask; } },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task A_Graph_That_Is_Out_Of_Order_Is_An_Answer_Too(string how, RequestDelegate fault)
    {
        Graph.Misbehave = fault;
        Assert.True(await _rig.Calls.FindByUpnAsync("mona@rowcroft.example", default) is GraphAnswer<PersonId>.NotNow, how);
        Assert.True(await _rig.Calls.InstallAsync(Mona, LoopbackGraph.TeamsApp, default) is GraphAnswer<bool>.NotNow, how);
        Assert.Equal(2, Graph.Requests.Count);
    }

    [Fact]
    public async Task Whoever_Gives_Up_Is_Let_Go()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _rig.Calls.FindByUpnAsync("mona@rowcroft.example", over.Token));
    }

    [Fact]
    public async Task No_Log_Says_Whom_It_Was_About()
    {
        await _rig.Calls.FindByUpnAsync("mona@rowcroft.example", default);
        Graph.Misbehave = LoopbackGraph.Refuse(500, "Morgan");
        await _rig.Calls.FindByUpnAsync("mona@rowcroft.example", default);
        Assert.DoesNotContain(_rig.Logs.Lines, line => line.Contains("mona", StringComparison.OrdinalIgnoreCase) || line.Contains("Morgan", StringComparison.Ordinal));
    }
}
