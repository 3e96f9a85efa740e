using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Decisions;

public sealed class CaseCardTests
{
    [Fact]
    public void A_New_Case() => Matches(CardSamples.View(CardSamples.Case().Build()), "open");

    [Fact]
    public void An_Urgent_Case_That_Is_Overdue() => Matches(
        CardSamples.View(CardSamples.Case().Urgent().On(Platform.GoogleReview, PostLocation.ReviewSite).Build(), TimeSpan.FromDays(7)), "urgent-overdue");

    [Fact]
    public void A_Case_Without_Screenshots() => Matches(CardSamples.View(CardSamples.Case().WithoutEvidence().Build()), "no-evidence");

    [Fact]
    public void A_Screenshot_That_Nobody_Can_Look_At_Says_Why()
    {
        var view = CardSamples.View(CardSamples.Case().Build());
        var id = view.Case.Evidence[0].Id;
        string Drawn(EvidenceState state) =>
            CardSamples.CaseCard.Draw(view with { Unshown = new Dictionary<EvidenceId, EvidenceState> { [id] = state } }).ToJson();
        Assert.Contains("It waits for the virus check. Until then nobody is shown it.", Drawn(EvidenceState.Quarantined), StringComparison.Ordinal);
        Assert.Contains("It has been destroyed. The history of the case says why.", Drawn(EvidenceState.Purged), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Case_Whose_Manager_Is_Away_In_Front_Of_The_Deputy() => Matches(
        CardSamples.View(CardSamples.Case().Build()) with
        {
            Away = [new AwayApprover(CaseBuilder.Mona, CaseBuilder.Wednesday.AddDays(2))],
            Here = [CaseBuilder.Dev],
            Viewer = CaseBuilder.Dev.Id,
            ReporterChat = new Uri("https://teams.microsoft.com/l/chat/0/0?users=ann%40rowcroft.example"),
        },
        "manager-away");

    [Theory]
    [InlineData("away manager", "You are away (automatic reply).|Dev Deputy can decide this case meanwhile. So can you.")]
    [InlineData("deputy", "Mona Manager is away (automatic reply).|You are expected to decide this case.")]
    [InlineData("one of two", "Mona Manager is away (automatic reply).|You and whoever else is here are expected to decide this case.")]
    [InlineData("everybody away", "Mona Manager is away (automatic reply).|You are away until Friday 6 March 2026 (automatic reply).|Nobody else who may decide is here. Whoever sees this first is asked to decide.")]
    public void Who_Is_Away_And_Who_Is_Expected_To_Decide_Is_Said_To_Each(string whose, string expected)
    {
        var mona = new AwayApprover(CaseBuilder.Mona, null);
        var view = CardSamples.View(CardSamples.Case().Build()) with { Away = [mona], Here = [CaseBuilder.Dev], Viewer = CaseBuilder.Dev.Id };
        view = whose switch
        {
            "away manager" => view with { Viewer = CaseBuilder.Mona.Id },
            "one of two" => view with { Here = [CaseBuilder.Dev, CaseBuilder.Ann] },
            "everybody away" => view with { Away = [mona, new AwayApprover(CaseBuilder.Dev, CaseBuilder.Wednesday.AddDays(2))], Here = [] },
            _ => view,
        };
        var said = new AwaySection(CardSamples.Dates).Draw(view).Cast<AdaptiveContainer>().Single().Items.Cast<AdaptiveRichTextBlock>()
            .Select(line => string.Concat(line.Inlines.Cast<AdaptiveTextRun>().Select(run => run.Text)));
        Assert.Equal(expected, string.Join('|', said));
        Assert.Empty(new AwaySection(CardSamples.Dates).Draw(view with { Case = CardSamples.Decided(view.Case, DecisionOutcome.LegalAdvice) }));
    }

    [Fact]
    public void A_Case_That_Waits_For_The_Reporter() => Matches(CardSamples.View(CardSamples.Asked(CardSamples.Case().Build())), "awaiting");

    [Fact]
    public void A_Case_Whose_Reporter_Has_Answered() =>
        Matches(CardSamples.View(CardSamples.Answered(CardSamples.Asked(CardSamples.Case().Build()))), "answered");

    [Fact]
    public void A_Decision_That_Could_Not_Be_Recorded_Yet() => Matches(
        CardSamples.View(CardSamples.Case().WithoutEvidence().Build()) with
        {
            Problem = DecisionSentences.For(Refusal.EvidenceMissing),
            Typed = new TypedText([DecisionOutcome.RemoveFromPage, DecisionOutcome.LegalAdvice], "Item 7.", "Thank you, Ann.", null, "Is it still up?"),
        },
        "problem");

    [Fact]
    public void A_Case_With_The_Law_Unfolded() =>
        Matches(CardSamples.View(CardSamples.Case().Build()) with { Guide = DecisionOutcome.LegalAdvice }, "law");

    [Fact]
    public void A_Question_That_Could_Not_Be_Sent_Yet() => Matches(
        CardSamples.View(CardSamples.Case().Build()) with { Problem = DecisionSentences.For(Refusal.TextMissing), Asking = true }, "asking");

    [Fact]
    public void A_Decided_Case() => Matches(
        CardSamples.View(CardSamples.Decided(CardSamples.Case().Build(), DecisionOutcome.RemoveFromPage, DecisionOutcome.ReportToPlatform)) with
        {
            Told = new ReporterTold.Sent(CaseBuilder.Wednesday.AddMinutes(62)),
        },
        "decided");

    [Fact]
    public void A_Case_That_Somebody_Else_Decided_First_And_Whose_Reporter_Cannot_Be_Reached() => Matches(
        CardSamples.View(CardSamples.Decided(CardSamples.Case().WithoutEvidence().Build(), DecisionOutcome.LegalAdvice)) with
        {
            SomebodyWasFirst = true,
            Told = new ReporterTold.CouldNotReach(),
        },
        "decided-by-somebody-else");

    [Fact]
    public void A_Case_That_Was_Taken_Back()
    {
        var @case = CardSamples.Case().Build();
        var withdrawn = (CaseOutcome.Recorded)@case.Withdraw(@case.Reporter, @case.ReportedAt.AddHours(1));

        Matches(CardSamples.View(withdrawn.Case), "withdrawn");
    }

    [Fact]
    public void A_Case_That_Is_Gone_Or_Not_Theirs() => GoldenCard.Matches(NoCaseCard.Draw(), "Decisions/no-case.json");

    [Fact]
    public void One_Long_Text() => GoldenCard.Matches(
        ReadingCard.Draw(CardSamples.Case().Build(), LongText.Report(CardSamples.Case().With(facts => facts with { WhatHappened = "First line.\n\n\nSecond line." }).Build()), new TypedText([DecisionOutcome.LegalAdvice], "Item 7.", null, null, null)),
        "Decisions/reading.json");

    [Fact]
    public void Hostile_Text_Stays_Text()
    {
        var @case = CardSamples.Longest(CardSamples.Hostile).Build();
        var view = CardSamples.View(CardSamples.Answered(CardSamples.Asked(@case, CardSamples.Hostile), CardSamples.Hostile));
        var card = Json(view with { Typed = new TypedText([], CardSamples.Hostile, CardSamples.Hostile, null, CardSamples.Hostile) });

        var interpreted = card.DescendantsAndSelf().OfType<JObject>()
            .Where(element => (string?)element["type"] is "TextBlock" or "FactSet" or "Input.Toggle" or "Input.ChoiceSet" || element["facts"] is not null)
            .Select(element => element.ToString());
        Assert.All(interpreted, text =>
        {
            Assert.DoesNotContain("evil.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("script", text, StringComparison.Ordinal);
        });
        Assert.Contains("<script>alert(1)</script>", card.ToString(), StringComparison.Ordinal);
        Assert.Contains("👩‍⚕️💥", card.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', card.ToString());
        Assert.DoesNotContain("\\u0007", card.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("x\n")]
    [InlineData("漢")]
    [InlineData("👩‍⚕️")]
    [InlineData("\u2028")]
    [InlineData("\u0001")]
    public void The_Longest_Texts_Fit(string filler)
    {
        var text = "a" + string.Concat(Enumerable.Repeat(filler, 3_999 / filler.Length));
        var @case = CardSamples.Longest(filler).Build();
        for (var round = 0; round < 3; round++)
        {
            @case = CardSamples.Answered(CardSamples.Asked(@case, text), text);
        }

        Fits(CardSamples.View(@case));
        Fits(CardSamples.View(@case) with { Typed = new TypedText([], text, text, text, text), Problem = DecisionSentences.Stale, Asking = true });
        Fits(CardSamples.View(CardSamples.Decided(@case, Enum.GetValues<DecisionOutcome>()[..^1])));
        Fits(Json(ReadingCard.Draw(@case, LongText.Report(@case), new TypedText([], text, text, text, text))));
        Fits(Json(CardSamples.QuestionCard.Draw(CardSamples.Asked(@case, text), DecisionSentences.ForReporter(Refusal.TextTooLong), text)));
        Fits(Json(CardSamples.OutcomeCard.Draw(@case, WithLongWord(@case, text))));
    }

    [Fact]
    public void What_Is_Cut_Can_Be_Read_In_Full()
    {
        var @case = CardSamples.Case().With(facts => facts with { WhatHappened = new string('x', 3_000) + " the end" }).Build();

        var press = Json(CardSamples.View(@case)).DescendantsAndSelf().OfType<JObject>().Single(action => (string?)action["title"] == "Show all");
        var text = LongText.Find(@case, (string?)press["data"]![CardFields.Show]);

        Assert.Equal(DecisionVerbs.Refresh, press["verb"]);
        Assert.Contains("the end", ReadingCard.Draw(@case, text!, TypedText.None).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Removing_Is_Not_Offered_Where_The_Practice_Cannot()
    {
        var elsewhere = Json(CardSamples.View(CardSamples.Case().On(Platform.X, PostLocation.Profile).Build()));
        var ownPage = Json(CardSamples.View(CardSamples.Case().Build()));

        Assert.DoesNotContain("outcomeRemoveFromPage", Ids(elsewhere));
        Assert.Contains("outcomeRemoveFromPage", Ids(ownPage));
    }

    [Fact]
    public void A_Press_Carries_No_Name_And_No_Role()
    {
        var data = Json(CardSamples.View(CardSamples.Case().Build())).DescendantsAndSelf().OfType<JObject>()
            .Where(action => (string?)action["type"] == "Action.Execute")
            .Select(action => (JObject)action["data"]!)
            .SelectMany(data => data.Properties().Select(property => property.Name));

        Assert.Subset(new HashSet<string> { CardFields.Case, CardFields.Version, CardFields.Guidance, CardFields.Show }, data.ToHashSet());
    }

    private static Decision WithLongWord(Case @case, string text) =>
        CardSamples.Decided(@case, Enum.GetValues<DecisionOutcome>()[..^1]).Decision! with { ForReporter = text };

    private static IEnumerable<string?> Ids(JObject card) => card.DescendantsAndSelf().OfType<JObject>().Select(element => (string?)element["id"]);

    private static void Fits(CaseView view) => Fits(Json(view));

    private static void Fits(JObject card) => Assert.InRange(
        System.Text.Encoding.UTF8.GetByteCount(card.ToString(Newtonsoft.Json.Formatting.None)), 1, CaseCard.MaxBytes);

    private static JObject Json(CaseView view) => Json(CardSamples.CaseCard.Draw(view));

    private static JObject Json(AdaptiveCard card) => CardJson.Of(card);

    private static void Matches(CaseView view, string name) => GoldenCard.Matches(CardSamples.CaseCard.Draw(view), $"Decisions/{name}.json");
}
