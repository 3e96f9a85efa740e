using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.SetUp;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>Every row of the routing table leads to its room, with the real bot behind it.</summary>
public sealed class RoutingTableTests(AttackedPractice practice) : IClassFixture<AttackedPractice>
{
    private const string Welcome = "Has somebody been unkind or abusive online?";

    /// <summary>Word and what the manager then reads.</summary>
    public static TheoryData<string, string> Words => new()
    {
        { "report", "First: is someone in danger now?" },
        { "my reports", "You have not sent any." },
        { "guidance", "Social media code of conduct" },
        { "help", "What you can write to me" },
        { "cancel", "There is no report to cancel" },
        { "cases", CaseListCard.NoCases },
        { "selftest", "Self-test" },
        { "summary", "so far" },
        { "setup", "Settings of this practice" },
    };

    public static TheoryData<string, string> Verbs => new()
    {
        { DecisionVerbs.Decide, "There is no case here for you" },
        { DecisionVerbs.Ask, "There is no case here for you" },
        { DecisionVerbs.Refresh, "There is no case here for you" },
        { DecisionVerbs.Merge, CardFields.NotUnderstood },
        { DecisionVerbs.NotTheSame, CardFields.NotUnderstood },
        { DecisionVerbs.TakeApart, CardFields.NotUnderstood },
        { DecisionVerbs.List, CaseListCard.NoCases },
        { DecisionVerbs.Answer, "There is no case here for you" },
        { CustodyVerbs.History, CaseDesk.NoCase },
        { ExportVerbs.Request, CardReply.NotUnderstood },
        { ExportVerbs.Confirm, CaseDesk.NoCase },
        { ExportVerbs.Decline, CaseDesk.NoCase },
        { ExportVerbs.Link, CaseDesk.NoCase },
        { SetUpVerbs.Save, SetUpCommand.NotUnderstood },
        { SetUpVerbs.Change, SetUpCommand.NotUnderstood },
        { CustodyVerbs.Hold, CaseDesk.NoCase },
        { CustodyVerbs.Release, CaseDesk.NoCase },
    };

    [Fact]
    public void These_Tests_Know_Every_Row()
    {
        Assert.Equal(Routes.Words.Keys.Order(), Words.Select(row => (string)row[0]).Order());
        Assert.Equal(Routes.Verbs.Keys.Order(), Verbs.Select(row => (string)row[0]).Order());
        Assert.Equal(["case"], Routes.Openings.Keys);
        Assert.Equal(["export", "history", "hold", "release"], Routes.CaseWords.Keys.Order());
        Assert.Equal([ReportVerbs.Withdraw], Routes.Submissions.Keys);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_Word_Leads_To_Its_Answer_However_It_Is_Written(string word, string answer)
    {
        foreach (var written in new[] { word, word.ToUpperInvariant(), $"  {word}\n" })
        {
            Assert.Contains(answer, await ManagerReadsAsync(written), StringComparison.Ordinal);
            await ForgetDraftAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_Verb_Leads_To_Its_Answer(string verb, string answer)
    {
        await practice.Practice.Manager.SayAsync("help");
        var data = new JsonObject { ["case"] = Guid.NewGuid().ToString("N"), ["version"] = 1, ["number"] = 1, ["page"] = 0 };
        var (status, body) = await practice.Caller.PostAsync(practice.Caller.Press(Cast.Manager, verb, data));
        Assert.Equal(200, status);
        Assert.Contains(answer, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case RMC-2026-0001")]
    [InlineData("CASE   rmc-2026-0001 ")]
    [InlineData("case nonsense")]
    [InlineData("case RMC-2026-0001 hold a letter came")]
    [InlineData("case  RMC-2026-0001  RELEASE ")]
    [InlineData("case nonsense hold")]
    [InlineData("case RMC-2026-0001 History")]
    public async Task The_Word_Case_Takes_What_Follows_It(string written) =>
        Assert.Contains(CaseDesk.NoCase, await ManagerReadsAsync(written), StringComparison.Ordinal);

    [Fact]
    public async Task A_Withdrawal_Leads_To_Its_Answer()
    {
        await practice.Practice.Manager.SayAsync("help");
        await practice.Caller.PostAsync(practice.Caller.Submission(
            Cast.Manager, new JsonObject { ["verb"] = ReportVerbs.Withdraw, ["case"] = Guid.NewGuid().ToString("N") }));
        Assert.Contains(ReportSentences.NoSuchReport, practice.Practice.Manager.Reads(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abracadabra")]
    [InlineData("reports")]
    [InlineData("report Mrs Jones")]
    [InlineData("case")]
    [InlineData("")]
    [InlineData("    ")]
    [InlineData("/api/messages")]
    [InlineData("report/send")]
    public async Task A_Word_That_Is_None_Gets_The_Welcome(string word) =>
        Assert.Contains(Welcome, await ManagerReadsAsync(word), StringComparison.Ordinal);

    [Theory]
    [InlineData("summary")]
    [InlineData("selftest")]
    public async Task Somebody_For_Whom_A_Word_Is_Not_Gets_The_Same_As_For_Any_Unknown_Word(string word)
    {
        await practice.Practice.Nurse.SayAsync(word);
        Assert.Contains(Welcome, practice.Practice.Nurse.Reads(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"verb":{"a":1}}""")]
    [InlineData("""{"verb":["report/send"]}""")]
    [InlineData("""{"verb":null}""")]
    [InlineData("""{"verb":17}""")]
    [InlineData("""{}""")]
    [InlineData("""["report/send"]""")]
    [InlineData("\"report/send\"")]
    [InlineData("17")]
    public async Task A_Submission_That_Is_None_Of_Ours_Is_Never_An_Error(string value)
    {
        await practice.Practice.Manager.SayAsync("help");
        var before = practice.Practice.Manager.FromBot.Count;
        var (status, _) = await practice.Caller.PostAsync(practice.Caller.Submission(Cast.Manager, JsonNode.Parse(value)));
        Assert.Equal((200, before + 1), (status, practice.Practice.Manager.FromBot.Count));
        Assert.DoesNotContain(TurnErrors.Sorry, practice.Practice.Manager.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Button_Of_A_Card_That_Was_Answered_Long_Ago_Says_So()
    {
        var manager = practice.Practice.Manager;
        await manager.StartReportAsync();
        var form = practice.Caller.Submission(Cast.Manager, new JsonObject
        {
            ["verb"] = ReportVerbs.Safe,
            ["draft"] = (string?)practice.Caller.LastOf(Cast.Manager)["value"]!["draft"],
        });
        await practice.Caller.PostAsync(form);
        Assert.Contains(ReportSentences.AlreadyAnswered, manager.Reads(), StringComparison.Ordinal);
        await ForgetDraftAsync();

        form["id"] = "another";
        await practice.Caller.PostAsync(form);
        Assert.Contains(ReportSentences.NotKept, manager.Reads(), StringComparison.Ordinal);
    }

    private async Task<string> ManagerReadsAsync(string word)
    {
        var before = practice.Practice.Manager.FromBot.Count;
        await practice.Practice.Manager.SayAsync(word);
        Assert.InRange(practice.Practice.Manager.FromBot.Count, before + 1, before + 2); // the first word is preceded by the welcome
        return practice.Practice.Manager.Reads();
    }

    private async Task ForgetDraftAsync()
    {
        await practice.Practice.Manager.SayAsync("cancel");
        await practice.Practice.Manager.SayAsync("yes");
    }
}
