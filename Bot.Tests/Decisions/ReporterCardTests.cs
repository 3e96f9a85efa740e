using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Decisions;

public sealed class ReporterCardTests
{
    [Fact]
    public void A_Question() => Question(CardSamples.Asked(CardSamples.Case().Build()), "question");

    [Fact]
    public void A_Question_That_Is_Answered() => Question(CardSamples.Answered(CardSamples.Asked(CardSamples.Case().Build())), "question-answered");

    [Fact]
    public void A_Question_Of_A_Case_That_Was_Decided_Meanwhile() =>
        Question(CardSamples.Decided(CardSamples.Asked(CardSamples.Case().Build())), "question-decided");

    [Fact]
    public void An_Empty_Answer() => GoldenCard.Matches(
        CardSamples.QuestionCard.Draw(CardSamples.Asked(CardSamples.Case().Build()), DecisionSentences.ForReporter(Refusal.TextMissing), " "),
        "Decisions/question-problem.json");

    [Fact]
    public void An_Outcome() => Outcome(
        CardSamples.Decided(CardSamples.Case().Build(), DecisionOutcome.RemoveFromPage, DecisionOutcome.ReportToPlatform), "outcome");

    [Fact]
    public void An_Outcome_In_Private() => Outcome(
        CardSamples.Decided(CardSamples.Case().Build(), DecisionOutcome.LegalAdvice, DecisionOutcome.HumanResources), "outcome-private");

    [Fact]
    public void The_Reporter_Is_Not_Told_The_Reason_Nor_Who_Decided_Nor_Of_Lawyers_And_Staff_Matters()
    {
        var decided = CardSamples.Decided(CardSamples.Case().Build(), DecisionOutcome.LegalAdvice, DecisionOutcome.HumanResources);

        var card = CardSamples.OutcomeCard.Draw(decided, decided.Decision!).ToJson();

        Assert.All(
            [decided.Decision!.Reason, CaseBuilder.Mona.Name, CardSamples.Guidance.Label(DecisionOutcome.LegalAdvice), "\"HR\""],
            kept => Assert.DoesNotContain(kept, card, StringComparison.Ordinal));
        Assert.Contains("Thank you for telling us.", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Word_That_An_Answer_Has_Come() =>
        GoldenCard.Matches(AnsweredCard.Draw(CardSamples.Answered(CardSamples.Asked(CardSamples.Case().Build()))), "Decisions/answer-has-come.json");

    [Fact]
    public void A_Page_Of_Open_Cases() => GoldenCard.Matches(
        CardSamples.ListCard.Draw(new CaseListView(
            [
                CardSamples.Case().Urgent().Build(),
                CardSamples.Case().Numbered(2).On(Platform.GoogleReview).OfKind(AbuseKind.FalseOrDefamatory).DueAt(CaseBuilder.Wednesday.AddDays(-2)).Build(),
                CardSamples.Asked(CardSamples.Case().Numbered(3).Build()),
            ],
            23,
            1,
            2,
            CaseBuilder.Wednesday)),
        "Decisions/list.json");

    private static void Question(Case @case, string name) => GoldenCard.Matches(CardSamples.QuestionCard.Draw(@case), $"Decisions/{name}.json");

    private static void Outcome(Case @case, string name) => GoldenCard.Matches(CardSamples.OutcomeCard.Draw(@case, @case.Decision!), $"Decisions/{name}.json");
}
