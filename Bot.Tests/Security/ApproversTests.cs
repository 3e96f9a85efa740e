using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Security;

/// <summary>Mona manages, Dev is her deputy, Ann works at reception.</summary>
public sealed class ApproversTests
{
    private static readonly NamedPerson Otto = new(new PersonId("00000000-0000-0000-0000-0000000000b2"), "Otto Manager");

    private readonly FixedRoster _roster = new(CaseBuilder.Ann, CaseBuilder.Mona, Otto, CaseBuilder.Dev);
    private readonly FakeTimeProvider _time = new(CaseBuilder.Wednesday);
    private readonly FakeGraph _graph;
    private readonly PracticeOptions _options = new()
    {
        Managers = { CaseBuilder.Mona.Id.Value },
        Deputies = { CaseBuilder.Dev.Id.Value },
    };

    public ApproversTests() => _graph = new FakeGraph(_time);

    [Theory]
    [InlineData("00000000-0000-0000-0000-0000000000b1")]
    [InlineData("00000000-0000-0000-0000-0000000000B1")]
    [InlineData("mona@rowcroft.example")]
    [InlineData("Mona@Rowcroft.Example")]
    [InlineData(" mona@rowcroft.example ")]
    public async Task An_Approver_Is_Named_By_Object_Id_Or_Upn(string configured)
    {
        GiveUpn(CaseBuilder.Mona, "MONA@rowcroft.example");
        _options.Managers[0] = configured;
        Assert.Equal([CaseBuilder.Mona], Named((await ApproversAsync()).Managers));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mona Manager")]
    [InlineData("mona@elsewhere.example")]
    public async Task Nothing_Else_Names_Anybody(string configured)
    {
        GiveUpn(CaseBuilder.Mona, "mona@rowcroft.example");
        GiveUpn(CaseBuilder.Ann, "");
        _options.Managers[0] = configured;
        Assert.Empty((await ApproversAsync()).Managers);
    }

    [Fact]
    public async Task With_Graph_An_Approver_Whom_The_Roster_Does_Not_Show_Is_Found_By_Name()
    {
        _graph.WithName("Mona Manager", CaseBuilder.Mona.Id).WithUpn("dev@rowcroft.example", new GraphAnswer<PersonId>.Got(CaseBuilder.Dev.Id));
        (_options.Managers[0], _options.Deputies[0]) = ("Mona Manager", "dev@rowcroft.example");
        var approvers = await ApproversAsync();
        Assert.Equal([CaseBuilder.Mona], Named(approvers.Managers));
        Assert.Equal([CaseBuilder.Dev], Named(approvers.Deputies));
    }

    [Fact]
    public async Task Whom_The_Roster_Shows_Graph_Is_Not_Asked_About()
    {
        _graph.Options.Names = true;
        GiveUpn(CaseBuilder.Mona, "mona@rowcroft.example");
        _options.Managers[0] = "mona@rowcroft.example";
        Assert.Equal([CaseBuilder.Mona], Named((await ApproversAsync()).Managers));
    }

    [Fact]
    public async Task Whoever_Is_Found_In_The_Organisation_But_Not_On_The_Roster_Decides_Nothing()
    {
        _graph.WithName("Petra Partner", new PersonId("00000000-0000-0000-0000-0000000000e1"))
            .WithUpn("gone@rowcroft.example", new GraphAnswer<PersonId>.NotThere());
        (_options.Managers[0], _options.Deputies[0]) = ("Petra Partner", "gone@rowcroft.example");
        Assert.Empty((await ApproversAsync()).All);
    }

    [Fact]
    public async Task Without_The_Permission_For_Names_Those_With_Object_Ids_Still_Decide()
    {
        _graph.WithUpn("mona@rowcroft.example", new GraphAnswer<PersonId>.NotPermitted("User.Read.All"));
        _options.Managers[0] = "mona@rowcroft.example";
        var approvers = await ApproversAsync();
        Assert.Equal([CaseBuilder.Dev], Named(approvers.All));
        Assert.True(approvers.IsComplete);
    }

    [Fact]
    public async Task While_It_Is_Not_Known_Whose_A_Managers_Name_Is_Nobody_Takes_Their_Place()
    {
        _graph.WithUpn("mona@rowcroft.example", new GraphAnswer<PersonId>.NotNow("503")).WithUpn("dev@rowcroft.example", new GraphAnswer<PersonId>.NotNow("503"));
        (_options.Managers[0], _options.Deputies[0]) = ("mona@rowcroft.example", "dev@rowcroft.example");
        _options.Partners.Add(Otto.Id.Value);
        var approvers = await ApproversAsync();
        Assert.Empty(approvers.For(new CaseBuilder().Build()));
        Assert.False(approvers.IsComplete);
    }

    [Fact]
    public async Task A_Case_About_Somebody_Of_A_Managers_Name_Goes_To_The_Deputy_Alone_Before_It_Is_Known_Whose_It_Is()
    {
        _graph.WithNameNotNow("Mona Manager");
        _options.Managers[0] = "mona MANAGER";
        _options.Managers.Add(Otto.Id.Value);
        var approvers = await ApproversAsync();
        Assert.Equal([CaseBuilder.Dev], Named(approvers.For(new CaseBuilder().About(CaseBuilder.Mona).Build())));
        Assert.Equal([Otto, CaseBuilder.Dev], Named(approvers.For(new CaseBuilder().About(CaseBuilder.Ann).Build())));
    }

    [Fact]
    public async Task A_Sign_In_Name_Does_Not_Say_Whose_It_Is_So_That_Every_Case_About_A_Colleague_Waits_For_It()
    {
        _graph.WithUpn("mona@rowcroft.example", new GraphAnswer<PersonId>.NotNow("503"));
        _options.Managers[0] = "mona@rowcroft.example";
        _options.Managers.Add(Otto.Id.Value);
        var approvers = await ApproversAsync();
        Assert.Equal([CaseBuilder.Dev], Named(approvers.For(new CaseBuilder().About(CaseBuilder.Mona).Build())));
        Assert.Equal([Otto, CaseBuilder.Dev], Named(approvers.For(new CaseBuilder().Build())));
    }

    [Fact]
    public async Task A_Partner_Who_Is_Not_Known_Yet_Keeps_No_Case_From_The_Others()
    {
        _graph.WithUpn("gone@rowcroft.example", new GraphAnswer<PersonId>.NotNow("503"));
        _options.Partners.Add(Otto.Id.Value);
        _options.Partners.Add("gone@rowcroft.example");
        var approvers = await ApproversAsync();
        Assert.Equal([Otto], Named(approvers.For(new CaseBuilder().ReportedBy(CaseBuilder.Dev).ConcerningTheManager().Build())));
        Assert.False(approvers.IsComplete);
    }

    [Fact]
    public async Task Whoever_Is_Away_May_Still_Decide_But_Is_Not_Expected_To()
    {
        _graph.WithReply(CaseBuilder.Mona.Id, new AutomaticReply(true, null, CaseBuilder.Wednesday.AddDays(2))).WithReply(CaseBuilder.Dev.Id, AutomaticReply.Off);
        var (approvers, @case) = (await ApproversAsync(), new CaseBuilder().Build());
        Assert.Equal([CaseBuilder.Mona, CaseBuilder.Dev], Named(approvers.For(@case)));
        Assert.Equal([CaseBuilder.Dev], Named(approvers.HereFor(@case)));
        Assert.False(approvers.IsRestricted(@case));
        Assert.Equal(CaseBuilder.Wednesday.AddDays(2), approvers.Away[CaseBuilder.Mona.Id].Until);
    }

    [Fact]
    public async Task Whoever_Left_The_Team_Decides_Nothing_Any_More()
    {
        _roster.People.RemoveAll(person => person.Id == CaseBuilder.Mona.Id);
        Assert.Equal([CaseBuilder.Dev], Named((await ApproversAsync()).All));
    }

    [Fact]
    public async Task Somebody_Who_Is_Both_Is_A_Manager_And_Is_Asked_Once()
    {
        _options.Deputies.Add(CaseBuilder.Mona.Id.Value);
        var approvers = await ApproversAsync();
        Assert.Equal([CaseBuilder.Mona, CaseBuilder.Dev], Named(approvers.All));
        Assert.True(approvers.IsManager(CaseBuilder.Mona.Id));
        Assert.Equal([CaseBuilder.Dev], Named(approvers.For(new CaseBuilder().ConcerningTheManager().Build())));
    }

    [Fact]
    public async Task An_Ordinary_Case_Goes_To_Managers_And_Deputies()
    {
        var approvers = await ApproversAsync();
        var @case = new CaseBuilder().Build();
        Assert.Equal([CaseBuilder.Mona, CaseBuilder.Dev], Named(approvers.For(@case)));
        Assert.False(approvers.IsRestricted(@case));
    }

    [Fact]
    public async Task A_Partner_Decides_What_Neither_A_Manager_Nor_A_Deputy_May_And_Nothing_Else()
    {
        _options.Partners.Add(Otto.Id.Value);
        var approvers = await ApproversAsync();

        Assert.Equal([CaseBuilder.Mona, CaseBuilder.Dev], Named(approvers.For(new CaseBuilder().Build())));
        Assert.Equal([CaseBuilder.Dev], Named(approvers.For(new CaseBuilder().ConcerningTheManager().Build())));
        Assert.Equal([Otto], Named(approvers.For(new CaseBuilder().ReportedBy(CaseBuilder.Dev).ConcerningTheManager().Build())));
        Assert.Equal([Otto], Named(approvers.For(new CaseBuilder().ReportedBy(CaseBuilder.Mona).About(CaseBuilder.Dev).Build())));
        Assert.Empty(approvers.For(new CaseBuilder().ReportedBy(CaseBuilder.Dev).About(Otto).ConcerningTheManager().Build()));
        Assert.DoesNotContain(Otto, Named(approvers.All));
        Assert.True(approvers.IsApprover(Otto.Id));
    }

    [Fact]
    public async Task A_Case_That_Concerns_The_Manager_Goes_To_The_Deputy_Alone() =>
        await OnlyForAsync(new CaseBuilder().ConcerningTheManager(), CaseBuilder.Dev);

    [Fact]
    public async Task So_Does_A_Case_About_A_Manager_Whatever_Was_Ticked()
    {
        _options.Managers.Add(Otto.Id.Value);
        await OnlyForAsync(new CaseBuilder().About(CaseBuilder.Mona), CaseBuilder.Dev);
    }

    [Fact]
    public async Task Nobody_Decides_What_They_Reported()
    {
        await OnlyForAsync(new CaseBuilder().ReportedBy(CaseBuilder.Mona), CaseBuilder.Dev);
        await OnlyForAsync(new CaseBuilder().ReportedBy(CaseBuilder.Dev), CaseBuilder.Mona);
    }

    [Fact]
    public async Task Nobody_Decides_What_Is_About_Them() =>
        await OnlyForAsync(new CaseBuilder().About(CaseBuilder.Dev), CaseBuilder.Mona);

    [Fact]
    public async Task If_Everybody_Is_Concerned_Nobody_May_Decide_And_That_Is_A_Restricted_Case() =>
        await OnlyForAsync(new CaseBuilder().ReportedBy(CaseBuilder.Dev).ConcerningTheManager());

    [Fact]
    public async Task Ordinary_Staff_Approve_Nothing()
    {
        var approvers = await ApproversAsync();
        Assert.Equal((false, false), (approvers.IsApprover(CaseBuilder.Ann.Id), approvers.IsManager(CaseBuilder.Dev.Id)));
        Assert.True(approvers.IsApprover(CaseBuilder.Dev.Id));
    }

    private async Task OnlyForAsync(CaseBuilder report, params NamedPerson[] people)
    {
        var approvers = await ApproversAsync();
        var @case = report.Build();
        Assert.Equal(people, Named(approvers.For(@case)));
        Assert.True(approvers.IsRestricted(@case));
    }

    private Task<Approvers> ApproversAsync() =>
        _graph.Directory(_roster, _options).GetAsync(CaseBuilder.Practice, default);

    private void GiveUpn(NamedPerson person, string upn)
    {
        var place = _roster.People.FindIndex(other => other.Id == person.Id);
        _roster.People[place] = _roster.People[place] with { Upn = upn };
    }

    private static IEnumerable<NamedPerson> Named(IEnumerable<Person> people) => people.Select(person => person.Named);
}
