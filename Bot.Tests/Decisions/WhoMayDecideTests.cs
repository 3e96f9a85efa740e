using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.DecisionRig;

namespace Rowcroft.TeamsBot.Tests.Decisions;

public sealed class WhoMayDecideTests : IAsyncLifetime
{
    private const string Decide = "Record the decision";
    private const string NotYours = "There is no case here for you";

    private static readonly (string, string) Reason = (CardFields.Reason, "It breaks item 7.");

    private DecisionRig _rig = null!;

    public async Task InitializeAsync() => _rig = await StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_Case_That_Concerns_The_Manager_Is_The_Deputys_Alone()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder().ConcerningTheManager());

        await RefusedAsync(Mona, @case);

        await DecideAsync(Dev, @case, Tick("LegalAdvice"), Reason);
        Assert.Equal(CaseBuilder.Dev, (await _rig.FindAsync(@case))!.Decision!.By);
    }

    [Fact]
    public async Task A_Case_That_The_Manager_Reported_Is_The_Deputys_Alone()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder().ReportedBy(CaseBuilder.Mona));

        await RefusedAsync(Mona, @case);
        Assert.True((await _rig.LookAsync(Dev, @case)).Offers(Decide));
    }

    [Fact]
    public async Task A_Case_That_The_Deputy_Reported_Is_The_Managers_Alone()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder().ReportedBy(CaseBuilder.Dev));

        await RefusedAsync(Dev, @case);
        Assert.True((await _rig.LookAsync(Mona, @case)).Offers(Decide));
    }

    [Fact]
    public async Task Somebody_Who_Decides_Nothing_Is_Refused() => await RefusedAsync(Sam, await _rig.OpenAsync(new CaseBuilder()));

    [Fact]
    public async Task A_Manager_Who_Left_The_Team_Decides_Nothing_Any_More()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        var card = (await _rig.LookAsync(Mona, @case)).Redrawn;
        _rig.People.Remove(Mona);

        var answer = await _rig.PressAsync(Mona, card, Decide, Tick("LegalAdvice"), Reason);

        Assert.Contains(NotYours, answer.Words, StringComparison.Ordinal);
        Assert.Null((await _rig.FindAsync(@case))!.Decision);
    }

    [Fact]
    public async Task A_Case_That_Is_Gone_Looks_Like_One_That_Is_Not_Theirs()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        var elsewhere = new CaseBuilder().Build();

        var gone = await _rig.LookAsync(Mona, elsewhere);
        var notTheirs = await _rig.LookAsync(Sam, @case);

        Assert.True(JToken.DeepEquals(gone.Redrawn, notTheirs.Redrawn));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"case":5,"version":1}""")]
    [InlineData("""{"case":"not a case","version":1}""")]
    [InlineData("""{"case":"11111111222233334444555555555555","version":"one"}""")]
    [InlineData("""{"case":"11111111222233334444555555555555","version":99999999999999999999999}""")]
    [InlineData("""{"case":"11111111222233334444555555555555","version":-1}""")]
    [InlineData("""{"case":"11111111222233334444555555555555","version":1,"reason":{"a":1}}""")]
    [InlineData("""{"case":"11111111222233334444555555555555","version":1,"question":[1]}""")]
    public async Task A_Press_That_No_Card_Sends_Is_Answered_Clearly(string data)
    {
        foreach (var verb in new[] { DecisionVerbs.Decide, DecisionVerbs.Ask, DecisionVerbs.Refresh })
        {
            Assert.Equal(CardFields.NotUnderstood, (await _rig.InvokeAsync(Mona, verb, JObject.Parse(data))).Sentence);
        }
    }

    private async Task<Answer> DecideAsync(TeamsBot.People.Person person, Case @case, params (string Id, string Value)[] inputs) =>
        await _rig.PressAsync(person, (await _rig.LookAsync(person, @case)).Redrawn, Decide, inputs);

    /// <summary>However they try, they see nothing of it, change nothing, and the attempt is in the record.</summary>
    private async Task RefusedAsync(TeamsBot.People.Person person, Case @case)
    {
        var data = new JObject
        {
            [CardFields.Case] = @case.Id.ToString(),
            [CardFields.Version] = 1,
            [CardFields.Guidance] = CardSamples.Guidance.Version,
            ["outcomeLegalAdvice"] = "true",
            [CardFields.Reason] = "I say so.",
            [CardFields.Question] = "Who?",
        };
        foreach (var verb in new[] { DecisionVerbs.Decide, DecisionVerbs.Ask, DecisionVerbs.Refresh })
        {
            var answer = await _rig.InvokeAsync(person, verb, data);

            Assert.Contains(NotYours, answer.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(@case.Reference.ToString(), answer.Redrawn.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(1, (await _rig.FindAsync(@case))!.Version);
        Assert.Equal(
            [DecisionVerbs.Decide, DecisionVerbs.Ask, DecisionVerbs.Refresh],
            (await _rig.EventsAsync(@case)).OfType<ActionRefused>().Where(refused => refused.Actor == person.Id).Select(refused => refused.Attempted));
    }

    private static (string Id, string Value) Tick(string outcome) => (CardFields.Outcome + outcome, "true");
}
