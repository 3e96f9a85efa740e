using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>Holding a case and reading its record, in words and by pressing.</summary>
public sealed class HoldTests
{
    [Fact]
    public async Task A_Hold_With_Its_Reason_Is_One_Line_And_Its_Release_Another()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync();

        Assert.Contains("The case is on legal hold.", await SayAsync(rig, CaseBuilder.Mona, HoldChange.Place, "a solicitor's letter"), StringComparison.Ordinal);
        Assert.Equal(("Mona Manager", "a solicitor's letter"), ((await rig.FindAsync(@case))!.Hold!.By.Name, (await rig.FindAsync(@case))!.Hold!.Reason));
        Assert.Contains("on hold since Wednesday 4 March 2026, 10:00", await SayAsync(rig, CaseBuilder.Dev, HoldChange.Place, "again"), StringComparison.Ordinal);
        Assert.Contains("The hold is released.", await SayAsync(rig, CaseBuilder.Dev, HoldChange.Release, "settled"), StringComparison.Ordinal);
        Assert.Null((await rig.FindAsync(@case))!.Hold);
        Assert.Contains("the case is not on hold", await SayAsync(rig, CaseBuilder.Dev, HoldChange.Release, "settled"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_A_Reason_A_Card_Asks_For_It_And_Its_Button_Places_The_Hold()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync();
        Assert.Contains("While a case is on hold", await SayAsync(rig, CaseBuilder.Mona, HoldChange.Place, ""), StringComparison.Ordinal);
        var press = new JObject { ["case"] = @case.Id.ToString(), ["reason"] = "" };

        Assert.Contains("While a case is on hold", await PressAsync(rig, CaseBuilder.Mona, press), StringComparison.Ordinal);
        Assert.Null((await rig.FindAsync(@case))!.Hold);
        press["reason"] = "A claim";
        Assert.Contains("The case is on legal hold.", await PressAsync(rig, CaseBuilder.Mona, press), StringComparison.Ordinal);
        Assert.Equal("A claim", (await rig.FindAsync(@case))!.Hold!.Reason);
    }

    [Fact]
    public async Task Whoever_May_Not_Decide_The_Case_Learns_Nothing_And_The_Attempt_Is_Kept()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync(new CaseBuilder().ConcerningTheManager());

        Assert.Equal(CaseDesk.NoCase, await SayAsync(rig, CaseBuilder.Mona, HoldChange.Place, "x"));
        Assert.Equal(CaseDesk.NoCase, await PressAsync(rig, CaseBuilder.Ann, new JObject { ["case"] = @case.Id.ToString(), ["reason"] = "x" }));
        Assert.Equal(CaseDesk.NoCase, await HistoryAsync(rig, CaseBuilder.Ann));
        Assert.Equal(
            ["custody/hold", "custody/hold", "custody/history"],
            (await rig.Get<CaseStore>().ListEventsAsync(@case.Id, default)).OfType<ActionRefused>().Select(refused => refused.Attempted));
        Assert.Null((await rig.FindAsync(@case))!.Hold);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"case":17,"reason":[]}""")]
    [InlineData("""{"case":"../..","reason":{"a":1}}""")]
    public async Task A_Press_That_No_Card_Of_Ours_Sends_Changes_Nothing(string data)
    {
        await using var rig = await CustodyRig.StartAsync();

        Assert.Equal(CaseDesk.NoCase, await PressAsync(rig, CaseBuilder.Mona, JObject.Parse(data)));
    }

    [Fact]
    public async Task The_Cards_Of_A_Case_That_Is_Held_Are_Redrawn_And_Say_Since_When()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.OpenAsync();
        await rig.DeliverAsync();
        await SayAsync(rig, CaseBuilder.Mona, HoldChange.Place, "a *claim*");
        await rig.DeliverAsync();

        var redrawn = rig.Teams.Messages.Where(said => said.Replaces).ToList();
        Assert.Equal(2, redrawn.Count);
        Assert.All(redrawn, said =>
        {
            var words = WordsOf(said.Activity);
            Assert.Contains("**On legal hold** since Wednesday 4 March 2026, 10:00.", words, StringComparison.Ordinal);
            Assert.Contains("a *claim*", words, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_Record_Says_Who_Did_What_And_When_The_Latest_First()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync(), DecisionOutcome.LegalAdvice);
        rig.Roster.People.RemoveAll(person => person.Id == CaseBuilder.Ann.Id);

        Assert.Equal(
            """
            Record of case RMC-2026-0001
            3 entries, the latest first. Each is chained to the one before by its hash.
            3. Wednesday 4 March 2026, 11:00: legal hold placed, by 
            Mona Manager
            2. Wednesday 4 March 2026, 11:00: decided, by 
            Mona Manager
            1. Wednesday 4 March 2026, 10:00: reported, with 1 screenshot, by 
            Ann Receptionist
            """.ReplaceLineEndings("\n"),
            await HistoryAsync(rig, CaseBuilder.Dev));
    }

    [Fact]
    public async Task A_Long_Record_Is_Turned_Page_By_Page()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync();
        for (var number = 0; number < 30; number++)
        {
            await rig.Get<CaseRecorder>().AuditAsync(
                @case, new EvidenceViewed(CaseBuilder.Mona.Id, rig.Time.GetUtcNow(), @case.Evidence[0].Id, @case.Evidence[0].Sha256), default);
        }

        foreach (var (page, first) in new[] { (0, "31. "), (1, "19. "), (2, "7. "), (99, "7. ") })
        {
            var data = new JObject { ["case"] = @case.Id.ToString(), ["page"] = page };
            var response = await rig.Get<HistoryCommand>().PressAsync(Caller(rig, CaseBuilder.Mona), data, default);
            Assert.StartsWith(first, DecisionRig.Answer.WordsOf(CardJson.Of((AdaptiveCard)response.Value)).Split('\n')[2], StringComparison.Ordinal);
        }
    }

    private static Caller Caller(CustodyRig rig, NamedPerson person) => DecisionRig.Caller(rig.Roster.Find(person));

    private static Task<string> SayAsync(CustodyRig rig, NamedPerson person, HoldChange change, string reason) =>
        ReadAsync(turn => rig.Get<HoldCommand>().HandleAsync(Caller(rig, person), change, "rmc-2026-0001", reason, turn, default));

    private static Task<string> HistoryAsync(CustodyRig rig, NamedPerson person) =>
        ReadAsync(turn => rig.Get<HistoryCommand>().HandleAsync(Caller(rig, person), "RMC-2026-0001", turn, default));

    private static async Task<string> PressAsync(CustodyRig rig, NamedPerson person, JObject data)
    {
        var response = await rig.Get<HoldCommand>().PressAsync(Caller(rig, person), HoldChange.Place, data, default);
        return response.Value is AdaptiveCard card ? DecisionRig.Answer.WordsOf(CardJson.Of(card)) : (string)response.Value;
    }

    private static async Task<string> ReadAsync(Func<ITurnContext, Task> command)
    {
        var adapter = new TestAdapter(Channels.Msteams);
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            ServiceUrl = FakeTeams.ServiceUrl,
            From = new ChannelAccount("29:somebody"),
            Conversation = new ConversationAccount(id: "a:somebody"),
        };
        await adapter.ProcessActivityAsync(message, (turn, _) => command(turn), default);
        return WordsOf(Assert.Single(adapter.ActiveQueue));
    }

    private static string WordsOf(Activity activity) => activity.Attachments is [{ Content: AdaptiveCard card }]
        ? DecisionRig.Answer.WordsOf(CardJson.Of(card))
        : activity.Text;
}
