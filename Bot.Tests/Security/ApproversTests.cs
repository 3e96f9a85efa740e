using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Security;

/// <summary>Mona manages, Dev is her deputy, Ann works at reception.</summary>
public sealed class ApproversTests
{
    private static readonly NamedPerson Otto = new(new PersonId("00000000-0000-0000-0000-0000000000b2"), "Otto Manager");

    private readonly FixedRoster _roster = new(CaseBuilder.Ann, CaseBuilder.Mona, Otto, CaseBuilder.Dev);
    private readonly PracticeOptions _options = new()
    {
        Managers = { CaseBuilder.Mona.Id.Value },
        Deputies = { CaseBuilder.Dev.Id.Value },
    };

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
        new ApproverDirectory(_roster, KnownPractices.Of(_options)).GetAsync(CaseBuilder.Practice, default);

    private void GiveUpn(NamedPerson person, string upn)
    {
        var place = _roster.People.FindIndex(other => other.Id == person.Id);
        _roster.People[place] = _roster.People[place] with { Upn = upn };
    }

    private static IEnumerable<NamedPerson> Named(IEnumerable<Person> people) => people.Select(person => person.Named);
}
