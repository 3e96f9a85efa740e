using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.DecisionRig;

namespace Rowcroft.TeamsBot.Tests.Decisions;

public sealed class CommandTests : IAsyncLifetime
{
    private DecisionRig _rig = null!;

    public async Task InitializeAsync() => _rig = await StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_Manager_Gets_The_Card_Of_A_Case_And_It_Is_Redrawn_Like_The_Others()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());

        var reply = await CaseAsync(Mona, " rmc-2026-0001 ");

        Assert.Contains("Case RMC-2026-0001", Answer.WordsOf(CardIn(reply)), StringComparison.Ordinal);
        await using var db = await _rig.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var copy = await db.CardCopies.SingleAsync();
        Assert.Equal((CaseAnnouncer.Case, @case.Id, Mona.Id), (copy.Kind, copy.CaseId, copy.Person));
    }

    [Theory]
    [InlineData("RMC-2026-0009")]
    [InlineData("RMC-2026-0001")]
    [InlineData("something else")]
    [InlineData("")]
    public async Task Whoever_Does_Not_Decide_It_Hears_The_Same_As_For_A_Case_That_Does_Not_Exist(string reference)
    {
        var @case = await _rig.OpenAsync(new CaseBuilder().ConcerningTheManager());

        foreach (var person in new[] { Mona, Sam, Ann })
        {
            var reply = await CaseAsync(person, reference);
            Assert.Equal(CaseDesk.NoCase, reply.Text);
            Assert.Empty(reply.Attachments ?? []);
        }

        var refused = (await _rig.EventsAsync(@case)).OfType<ActionRefused>().Select(refused => (refused.Actor, refused.Attempted));
        Assert.Equal(reference == "RMC-2026-0001" ? [(Mona.Id, "case"), (Sam.Id, "case"), (Ann.Id, "case")] : [], refused);
    }

    [Fact]
    public async Task Open_Cases_Are_Shown_Ten_To_A_Card()
    {
        for (var number = 0; number < 23; number++)
        {
            await _rig.OpenAsync(new CaseBuilder());
        }

        var first = CardIn(await CasesAsync(Mona));
        Assert.Equal(10, Rows(first).Count());
        Assert.Contains("23 open cases", Answer.WordsOf(first), StringComparison.Ordinal);

        var second = await _rig.PressAsync(Mona, first, "More");
        var third = await _rig.PressAsync(Mona, second.Redrawn, "More");
        Assert.Equal(["RMC-2026-0021", "RMC-2026-0022", "RMC-2026-0023"], Rows(third.Redrawn));
        Assert.False(third.Offers("More"));

        var back = await _rig.PressAsync(Mona, third.Redrawn, "Back");
        Assert.True(JToken.DeepEquals(second.Redrawn, back.Redrawn));
    }

    [Fact]
    public async Task A_Page_That_Does_Not_Exist_Any_More_Is_The_Last()
    {
        await _rig.OpenAsync(new CaseBuilder());

        var answer = await _rig.InvokeAsync(Mona, DecisionVerbs.List, new JObject { [CardFields.Page] = int.MaxValue });

        Assert.Equal(["RMC-2026-0001"], Rows(answer.Redrawn));
        Assert.Equal(CardFields.NotUnderstood, (await _rig.InvokeAsync(Mona, DecisionVerbs.List, new JObject { [CardFields.Page] = "x" })).Sentence);
    }

    [Fact]
    public async Task Cases_That_Are_Kept_From_Somebody_Leave_No_Gap_And_Are_Not_Counted()
    {
        for (var number = 0; number < 12; number++)
        {
            await _rig.OpenAsync(number < 3 ? new CaseBuilder().ConcerningTheManager() : new CaseBuilder());
        }

        var mona = CardIn(await CasesAsync(Mona));
        var dev = CardIn(await CasesAsync(Dev));

        Assert.Contains("9 open cases", Answer.WordsOf(mona), StringComparison.Ordinal);
        Assert.DoesNotContain("RMC-2026-0001", Rows(mona));
        Assert.Contains("12 open cases", Answer.WordsOf(dev), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urgent_Cases_Come_First()
    {
        await _rig.OpenAsync(new CaseBuilder());
        await _rig.OpenAsync(new CaseBuilder().Urgent());

        Assert.Equal(["RMC-2026-0002", "RMC-2026-0001"], Rows(CardIn(await CasesAsync(Mona))));
    }

    [Fact]
    public async Task Somebody_Who_Decides_Nothing_Has_No_Cases_Like_A_Manager_On_A_Good_Day()
    {
        var quiet = await CasesAsync(Mona);
        await _rig.OpenAsync(new CaseBuilder());

        var stranger = await CasesAsync(Sam);

        Assert.Equal(CaseListCard.NoCases, quiet.Text);
        Assert.Equal(quiet.Text, stranger.Text);
    }

    private Task<Activity> CaseAsync(TeamsBot.People.Person person, string reference) =>
        _rig.CommandAsync(person, (caller, turn) => _rig.Get<CaseCommand>().HandleAsync(caller, reference, turn, default));

    private Task<Activity> CasesAsync(TeamsBot.People.Person person) =>
        _rig.CommandAsync(person, (caller, turn) => _rig.Get<CasesCommand>().HandleAsync(caller, turn, default));

    private static JObject CardIn(Activity reply) => CardJson.Of(Assert.Single(reply.Attachments).Content);

    private static IEnumerable<string> Rows(JObject card) => card.DescendantsAndSelf().OfType<JObject>()
        .Select(element => (string?)element["text"])
        .OfType<string>()
        .Where(text => CaseReference.Parse(text) is not null && !text.StartsWith("case", StringComparison.Ordinal));
}
