using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Security;

/// <summary>Ids in a submission prove nothing: who may do what is asked of the server's own records at every press.</summary>
public sealed class OtherPeoplesReportsTests : IAsyncLifetime
{
    private PracticeInTeams _practice = null!;
    private RawCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _practice = await PracticeInTeams.StartAsync();
        _caller = new RawCaller(_practice);
        await _practice.Receptionist.ReportAsync();
        await _practice.Nurse.SayAsync("help");
    }

    [Theory]
    [InlineData(ReportVerbs.Send)]
    [InlineData(ReportVerbs.Change)]
    [InlineData(ReportVerbs.CancelConfirmed)]
    [InlineData(ReportVerbs.ThrowAway)]
    [InlineData(ReportVerbs.Done)]
    public async Task Somebody_Elses_Draft_Cannot_Be_Touched(string verb)
    {
        await _practice.Receptionist.FillFormAsync();
        await _practice.Receptionist.PressAsync(_practice.Receptionist.Newest(), "I have none");
        var draft = (string?)_caller.LastOf(Cast.Receptionist)["value"]!["draft"];

        await _caller.PostAsync(_caller.Submission(Cast.Nurse, new JsonObject { ["verb"] = verb, ["draft"] = draft }));
        Assert.Equal(ReportSentences.NotKept, _practice.Nurse.Reads());
        Assert.Single(await CasesAsync());
        await _practice.Receptionist.PressAsync(_practice.Receptionist.Newest(), "Send");
        Assert.Equal(2, (await CasesAsync()).Count);
    }

    [Fact]
    public async Task Somebody_Elses_Report_Can_Be_Neither_Read_Nor_Taken_Back()
    {
        var @case = Assert.Single(await CasesAsync());
        await _caller.PostAsync(_caller.Submission(Cast.Nurse, new JsonObject { ["verb"] = ReportVerbs.Withdraw, ["case"] = @case.Id.ToString() }));
        Assert.Equal(ReportSentences.NoSuchReport, _practice.Nurse.Reads());
        await _caller.PostAsync(_caller.Submission(Cast.Nurse, new JsonObject { ["verb"] = ReportVerbs.Send, ["draft"] = @case.Id.ToString() }));
        Assert.Equal(ReportSentences.NotKept, _practice.Nurse.Reads());
        await _practice.Nurse.SayAsync("my reports");
        Assert.DoesNotContain(@case.Reference.ToString(), _practice.Nurse.Reads(), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Reported, Assert.Single(await CasesAsync()).Status);
    }

    [Theory]
    [InlineData(DecisionVerbs.Decide)]
    [InlineData(DecisionVerbs.Ask)]
    [InlineData(DecisionVerbs.Refresh)]
    [InlineData(DecisionVerbs.Answer)]
    public async Task Neither_A_Colleague_Nor_The_Reporter_Can_Use_The_Managers_Buttons(string verb)
    {
        var @case = Assert.Single(await CasesAsync());
        foreach (var person in verb == DecisionVerbs.Answer ? new[] { Cast.Nurse, Cast.Manager } : [Cast.Nurse, Cast.Receptionist])
        {
            await _practice.Teams.As(person).SayAsync("help");
            var (_, answer) = await _caller.PostAsync(_caller.Press(person, verb, Everything(@case)));
            Assert.Contains("There is no case here for you", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("called me names", answer, StringComparison.Ordinal);
        }

        var now = Assert.Single(await CasesAsync());
        Assert.Equal((CaseStatus.Reported, 0), (now.Status, now.Questions.Count));
    }

    [Fact]
    public async Task A_Reference_Opens_The_Case_For_Those_Who_Decide_And_For_Nobody_Else()
    {
        var reference = Assert.Single(await CasesAsync()).Reference.ToString();
        foreach (var person in new[] { Cast.Nurse, Cast.Receptionist })
        {
            await _practice.Teams.As(person).SayAsync($"case {reference}");
            Assert.Equal(CaseDesk.NoCase, _practice.Teams.As(person).Reads());
        }

        await _practice.Manager.SayAsync($"case {reference}");
        Assert.Contains(_practice.Manager.FromBot, post => CardReading.Words(post, Cast.Manager).Contains("called me names", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Manager_Cannot_Decide_What_Concerns_The_Manager_Even_With_The_Right_Id()
    {
        var form = ReportWalk.Form();
        form["concernsManager"] = "true";
        await _practice.Receptionist.ReportAsync(form);
        var @case = (await CasesAsync()).Single(one => one.Facts.ConcernsManager);
        await _practice.Manager.SayAsync("help");
        var (_, answer) = await _caller.PostAsync(_caller.Press(Cast.Manager, DecisionVerbs.Decide, Everything(@case)));
        Assert.Contains("There is no case here for you", answer, StringComparison.Ordinal);
        Assert.True((await CasesAsync()).Single(one => one.Facts.ConcernsManager).IsOpen);

        await _practice.Teams.UntilAsync(() => _practice.Deputy.FromBot.Any(post =>
            CardReading.Words(post, Cast.Deputy).Contains(@case.Reference.ToString(), StringComparison.Ordinal)));
        Assert.DoesNotContain(_practice.Manager.FromBot, post =>
            CardReading.Words(post, Cast.Manager).Contains(@case.Reference.ToString(), StringComparison.Ordinal));
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _practice.DisposeAsync();
    }

    private static JsonObject Everything(Case @case) => new()
    {
        ["case"] = @case.Id.ToString(),
        ["version"] = @case.Version,
        ["number"] = 1,
        ["outcomeComplaintsProcedure"] = "true",
        ["reason"] = "Because.",
        ["question"] = "Why?",
        ["answer"] = "So.",
    };

    private Task<IReadOnlyList<Case>> CasesAsync() => _practice.Get<CaseStore>().ListByReporterAsync(
        CaseBuilder.Practice, new PersonId(Cast.Receptionist.ObjectId.ToString()), 100, default);
}
