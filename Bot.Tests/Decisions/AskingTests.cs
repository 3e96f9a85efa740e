using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.DecisionRig;

namespace Rowcroft.TeamsBot.Tests.Decisions;

public sealed class AskingTests : IAsyncLifetime
{
    private const string Ask = "Send the question";
    private const string Send = "Send the answer";

    private DecisionRig _rig = null!;

    public async Task InitializeAsync() => _rig = await StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_Question_Goes_To_The_Reporter_And_The_Answer_Comes_Back_To_The_Card()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());

        var asked = await AskAsync(Mona, @case, "Which page was it?");
        Assert.Contains("Which page was it?", asked.Words, StringComparison.Ordinal);
        Assert.Contains("waiting for the reporter's answer", asked.Words, StringComparison.Ordinal);
        Assert.False(asked.Offers(Ask));

        var answered = await _rig.PressAsync(Ann, await QuestionCardAsync(@case), Send, (CardFields.Answer, "Our own page."));
        Assert.Contains("The people who decide have your answer.", answered.Words, StringComparison.Ordinal);
        Assert.False(answered.Offers(Send));

        var seen = await _rig.LookAsync(Dev, @case);
        Assert.Contains("Our own page.", seen.Words, StringComparison.Ordinal);
        Assert.True(seen.Offers(Ask));
        Assert.Equal(CaseStatus.UnderReview, (await _rig.FindAsync(@case))!.Status);
    }

    [Fact]
    public async Task Each_Step_Owes_The_Right_People_A_Message()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        await AskAsync(Mona, @case, "Which page was it?");
        await _rig.PressAsync(Ann, await QuestionCardAsync(@case), Send, (CardFields.Answer, "Our own page."));

        var owed = (await _rig.OwedAsync()).Select(row => (row.Kind, row.Recipient, row.Person)).ToList();
        Assert.Equal(
            [
                ("case", OutboxRecipient.Approvers, null),
                ("question", OutboxRecipient.Person, Ann.Id),
                ("case", OutboxRecipient.EarlierCopies, null),
                ("answered", OutboxRecipient.Approvers, null),
                ("case", OutboxRecipient.EarlierCopies, null),
                ("question", OutboxRecipient.EarlierCopies, (PersonId?)null),
            ],
            owed);
    }

    [Fact]
    public async Task What_Was_Typed_For_The_Decision_Stays_When_A_Question_Is_Sent()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());

        var asked = await _rig.PressAsync(
            Mona, (await _rig.LookAsync(Mona, @case)).Redrawn, Ask, (CardFields.Question, "Who?"), (CardFields.Reason, "It breaks item 7."));

        Assert.Equal("It breaks item 7.", asked.Typed(CardFields.Reason));
    }

    [Fact]
    public async Task An_Empty_Question_Is_Not_Sent()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());

        var answer = await AskAsync(Mona, @case, " ");

        Assert.Contains("please write your question", answer.Words, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Reported, (await _rig.FindAsync(@case))!.Status);
    }

    [Fact]
    public async Task A_Second_Question_Waits_For_The_First_Answer()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        await AskAsync(Mona, @case, "Which page was it?");

        var answer = await _rig.InvokeAsync(Dev, DecisionVerbs.Ask, new JObject
        {
            [CardFields.Case] = @case.Id.ToString(),
            [CardFields.Version] = 2,
            [CardFields.Question] = "And when?",
        });

        Assert.Contains("a question is already waiting", answer.Words, StringComparison.Ordinal);
        Assert.Single((await _rig.FindAsync(@case))!.Questions);
    }

    [Fact]
    public async Task The_Same_Question_Delivered_Twice_Is_Asked_Once()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        var card = (await _rig.LookAsync(Mona, @case)).Redrawn;

        var first = await _rig.PressAsync(Mona, card, Ask, (CardFields.Question, "Who?"));
        var second = await _rig.PressAsync(Mona, card, Ask, (CardFields.Question, "Who?"));

        Assert.True(JToken.DeepEquals(first.Redrawn, second.Redrawn));
        Assert.Single((await _rig.FindAsync(@case))!.Questions);
        Assert.Single(await _rig.OwedAsync(), row => row.Kind == CaseAnnouncer.Question);
    }

    [Fact]
    public async Task The_Same_Answer_Delivered_Twice_Is_Taken_Once()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        await AskAsync(Mona, @case, "Who?");
        var card = await QuestionCardAsync(@case);

        var first = await _rig.PressAsync(Ann, card, Send, (CardFields.Answer, "A patient."));
        var second = await _rig.PressAsync(Ann, card, Send, (CardFields.Answer, "A patient."));

        Assert.True(JToken.DeepEquals(first.Redrawn, second.Redrawn));
        Assert.Single(await _rig.OwedAsync(), row => row.Kind == CaseAnnouncer.Answered);
    }

    [Fact]
    public async Task An_Old_Card_Does_Not_Answer_A_Later_Question()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        await AskAsync(Mona, @case, "Who?");
        var old = await QuestionCardAsync(@case);
        await _rig.PressAsync(Ann, old, Send, (CardFields.Answer, "A patient."));
        await AskAsync(Mona, @case, "When?");

        var answer = await _rig.PressAsync(Ann, old, Send, (CardFields.Answer, "A patient."));

        Assert.Null((await _rig.FindAsync(@case))!.OpenQuestion!.Answer);
        Assert.Contains("When?", answer.Words, StringComparison.Ordinal);
        Assert.True(answer.Offers(Send));
    }

    [Fact]
    public async Task An_Empty_Or_Endless_Answer_Is_Not_Taken_And_Stays()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        await AskAsync(Mona, @case, "Who?");
        var card = await QuestionCardAsync(@case);

        Assert.Contains("please write your answer", (await _rig.PressAsync(Ann, card, Send)).Words, StringComparison.Ordinal);
        var tooLong = await _rig.PressAsync(Ann, card, Send, (CardFields.Answer, "It was " + new string('x', 100_000)));
        Assert.Contains("longer than 4,000 characters", tooLong.Words, StringComparison.Ordinal);
        Assert.StartsWith("It was x", tooLong.Typed(CardFields.Answer), StringComparison.Ordinal);
        Assert.NotNull((await _rig.FindAsync(@case))!.OpenQuestion);
    }

    [Fact]
    public async Task An_Answer_To_A_Case_That_Was_Decided_Meanwhile_Is_Told_So()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        await AskAsync(Mona, @case, "Who?");
        var card = await QuestionCardAsync(@case);
        await _rig.PressAsync(
            Mona,
            (await _rig.LookAsync(Mona, @case)).Redrawn,
            "Record the decision",
            (CardFields.Outcome + DecisionOutcome.NoFurtherAction, "true"),
            (CardFields.Reason, "Nothing to do."));

        var answer = await _rig.PressAsync(Ann, card, Send, (CardFields.Answer, "A patient."));

        Assert.Contains("No answer is needed any more.", answer.Words, StringComparison.Ordinal);
        Assert.False(answer.Offers(Send));
    }

    [Fact]
    public async Task Nobody_But_The_Reporter_Answers()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        await AskAsync(Mona, @case, "Who?");
        var card = await QuestionCardAsync(@case);

        foreach (var person in new[] { Sam, Mona })
        {
            var answer = await _rig.PressAsync(person, card, Send, (CardFields.Answer, "I know."));
            Assert.Contains("There is no case here for you", answer.Words, StringComparison.Ordinal);
        }

        Assert.NotNull((await _rig.FindAsync(@case))!.OpenQuestion);
        Assert.Equal(
            [Sam.Id, Mona.Id],
            (await _rig.EventsAsync(@case)).OfType<ActionRefused>().Where(refused => refused.Attempted == DecisionVerbs.Answer).Select(refused => refused.Actor));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"case":"11111111222233334444555555555555","number":"x"}""")]
    [InlineData("""{"case":"11111111222233334444555555555555","answer":{}}""")]
    public async Task An_Answer_That_No_Card_Sends_Is_Answered_Clearly(string data) =>
        Assert.Equal(CardFields.NotUnderstood, (await _rig.InvokeAsync(Ann, DecisionVerbs.Answer, JObject.Parse(data))).Sentence);

    private async Task<Answer> AskAsync(TeamsBot.People.Person person, Case @case, string question) =>
        await _rig.PressAsync(person, (await _rig.LookAsync(person, @case)).Redrawn, Ask, (CardFields.Question, question));

    private async Task<JObject> QuestionCardAsync(Case @case) => CardIn(await _rig.RenderAsync(CaseAnnouncer.Question, @case, Ann));

    private static JObject CardIn(OutgoingMessage? message) => CardJson.Of(Assert.Single(message!.Activity.Attachments).Content);
}
