using System.Text;
using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>What people type is shown as they typed it: never read as formatting, and never more than a card can hold.</summary>
public sealed class TypedWordsOnCardsTests
{
    private static readonly FormAnswers Hostile = FormAnswers.From(new JObject(FilledForm.About())
    {
        ["whatHappened"] = ReportCards.Hostile,
        ["poster"] = ReportCards.Hostile,
        ["link"] = "https://example.org/**bold**?<script>",
    });

    public static TheoryData<string> Widest => new("x", "\"", "\\", "<", "é", "语", "\U0001F621", "\n", "\u2028", "\ud800");

    [Fact]
    public void The_Review_Shows_Typed_Words_As_Runs_Of_Text()
    {
        var card = Json(new ReviewCard(ReportCards.Guidance).Ask(ReportCards.Draft(Hostile), ReportCards.Facts(Hostile), [Named(ReportCards.Hostile)]));

        Assert.Equal(3, TextsOf(card, "TextRun").Count(text => text.Contains(ReportCards.Hostile, StringComparison.Ordinal)));
        Assert.DoesNotContain(TextsOf(card, "TextBlock"), text => text.Contains("bold", StringComparison.Ordinal));
    }

    [Fact]
    public void The_Form_Gives_Typed_Words_Back_As_Values_Alone()
    {
        var draft = ReportCards.Draft(Hostile);
        var card = Json(new FormCard(ReportCards.Guidance, ReportCards.Colleagues, ReportCards.Today).Ask(draft, []));

        Assert.Equal(2, card.Descendants().OfType<JProperty>().Count(property => property.Name == "value" && (string?)property.Value == ReportCards.Hostile));
        Assert.DoesNotContain(TextsOf(card, "TextBlock"), text => text.Contains("bold", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_Of_Screenshots_Are_Runs_Of_Text_Everywhere()
    {
        IReadOnlyList<SealedEvidence> kept = [Named(ReportCards.Hostile)];
        AdaptiveCard[] cards =
        [
            ScreenshotsCard.Received(ReportCards.Draft(), kept, [new EvidenceOutcome.Refused(ReportCards.Hostile, EvidenceRefusal.Pdf, "No.")]),
            ScreenshotsCard.Answered(kept, 1),
            new ReceiptCard(ReportCards.Guidance).Show(ReportCards.Case().WithEvidence(kept).Build(), "Monday", Decider.Manager),
        ];

        Assert.All(cards, card => Assert.Contains(TextsOf(Json(card), "TextRun"), text => text.Contains(ReportCards.Hostile, StringComparison.Ordinal)));
        Assert.All(cards, card => Assert.DoesNotContain(TextsOf(Json(card), "TextBlock"), text => text.Contains("bold", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Widest))]
    public void The_Longest_Report_Fits_Every_Card(string unit)
    {
        var answers = FormAnswers.From(new JObject(FilledForm.About())
        {
            ["whatHappened"] = "Text " + Filled(unit, ReportedFacts.MaxTextLength - 6) + ".",
            ["poster"] = "P" + Filled(unit, ReportedFacts.MaxShortTextLength - 2) + ".",
            ["link"] = "https://example.org/" + new string('x', ReportedFacts.MaxLinkLength - 20),
            ["kinds"] = string.Join(',', Enum.GetNames<AbuseKind>()),
        });
        var draft = ReportCards.Draft(answers, ReportStep.Review, Urgency.Urgent);
        IReadOnlyList<SealedEvidence> kept = [.. ReportCards.Screenshots(10).Select(one => one with { Name = Filled(unit, 116) + ".png" })];
        var facts = ReportCards.Facts(answers);

        Fits(new FormCard(ReportCards.Guidance, Everybody(80), ReportCards.Today).Ask(draft, ReportCards.Check(answers).Problems));
        Fits(new ReviewCard(ReportCards.Guidance).Ask(draft, facts, kept));
        Fits(FilledFormCard.Show(facts, ReportCards.Guidance));
        Fits(ScreenshotsCard.Received(draft, kept, [.. kept.Select(one => new EvidenceOutcome.Refused(one.Name, EvidenceRefusal.Pdf, "This is a PDF. Please send a screenshot of it."))]));
        Fits(new ReceiptCard(ReportCards.Guidance).Show(ReportCards.Case().With(_ => facts).WithEvidence(kept).Build(), "Monday", Decider.Nobody));
        Fits(new MyReportsCard(ReportCards.Guidance, ReportCards.Clock, _ => null).Show(LongReports(facts, unit), 0, hasMore: true));
    }

    [Fact]
    public void A_Roster_Too_Long_For_A_List_Is_Asked_By_Name()
    {
        var card = Json(new FormCard(ReportCards.Guidance, Everybody(81), ReportCards.Today).Ask(ReportCards.Draft(), []));

        Assert.Equal("Input.Text", (string?)card.Descendants().OfType<JObject>().Single(json => (string?)json["id"] == FormField.Colleague)["type"]);
    }

    [Fact]
    public void Of_100000_Characters_The_Form_Shows_The_First_And_Says_So()
    {
        var answers = FormAnswers.From(FilledForm.With("whatHappened", new string('语', 100_000)));
        var card = new FormCard(ReportCards.Guidance, ReportCards.Colleagues, ReportCards.Today).Ask(ReportCards.Draft(answers), ReportCards.Check(answers).Problems);

        Fits(card);
        var texts = TextsOf(Json(card), "TextBlock");
        Assert.Contains(texts, text => text.Contains("Your text has 100,000 characters. The most is 4,000", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("of your 100,000 characters", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Case> LongReports(ReportedFacts facts, string unit) => [.. Enumerable.Range(1, OwnReports.PageSize).Select(number =>
        ((CaseOutcome.Recorded)ReportCards.Case().Numbered(number).With(_ => facts with { Location = PostLocation.OwnPagePost }).Build().Decide(
            new DecideCommand(1, [.. Enum.GetValues<DecisionOutcome>().Where(outcome => outcome != DecisionOutcome.NoFurtherAction && DecisionRules.IsPossible(outcome, facts))], "Because.", "For you: " + Filled(unit, 3_900) + ".", null, "1"),
            CaseBuilder.Mona,
            CaseBuilder.Wednesday)).Case)];

    private static IReadOnlyList<Person> Everybody(int count) => [.. Enumerable.Range(1, count).Select(number =>
        new Person(new PersonId(new Guid(number, 0, 0, new byte[8]).ToString()), $"Bartholomew Featherstonehaugh-Smythe {number}", null, "29:x"))];

    private static SealedEvidence Named(string name) => ReportCards.Screenshots(1)[0] with { Name = name };

    private static string Filled(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static void Fits(AdaptiveCard card) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Json(card).ToString(Formatting.None)), 2, GoldenCard.MaxBytes);

    private static JObject Json(AdaptiveCard card) => CardJson.Of(card);

    private static List<string> TextsOf(JObject card, string type) =>
        [.. card.Descendants().OfType<JObject>().Where(json => (string?)json["type"] == type).Select(json => (string?)json["text"] ?? "")];
}
