using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Decisions;

/// <summary>The cards about several reports of one post, as they were looked at.</summary>
public sealed class TwinCardTests
{
    private static readonly Case Looked = Numbered(4);

    private static readonly Dictionary<string, Func<AdaptiveCard>> Cards = new()
    {
        ["twin-link"] = () => Card(Looked, new Twin(Numbered(2), Likeness.SameLink)),
        ["twin-picture"] = () => Card(Looked, new Twin(Numbered(2), Likeness.SimilarPicture)),
        ["twin-both"] = () => Card(Looked, new Twin(Numbered(2), Likeness.SameLink | Likeness.SimilarPicture)),
        ["twins-three"] = () => Card(
            Looked,
            new Twin(Numbered(2), Likeness.SameLink | Likeness.SimilarPicture),
            new Twin(Numbered(3), Likeness.SimilarPicture),
            new Twin(CardSamples.Decided(Numbered(1), DecisionOutcome.ReportToPlatform), Likeness.SameLink)),
        ["merged-main"] = () => CardSamples.CaseCard.Draw(CardSamples.View(Merged().Main)),
        ["merged-main-decided"] = MainDecided,
        ["merged-report"] = () => CardSamples.CaseCard.Draw(CardSamples.View(Merged().Report) with { Main = Merged().Main }),
        ["merged-report-decided"] = () => CardSamples.CaseCard.Draw(CardSamples.View(Merged().Report) with { Main = CardSamples.Decided(Merged().Main) }),
        ["joined"] = () => JoinedCard.Draw(Merged().Report, Merged().Main),
        ["joined-to-the-earlier"] = () => JoinedCard.Draw(Merged().Main, null),
        ["joined-own"] = () => JoinedCard.Draw(Merged().Report with { Reporter = CaseBuilder.Ann }, Merged().Main),
        ["apart"] = () => JoinedCard.DrawApart(Numbered(4)),
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_Card_Is_As_It_Was_Looked_At(string name) => GoldenCard.Matches(Cards[name](), $"Decisions/{name}.json");

    [Fact]
    public void A_Reporter_Is_Never_Told_Who_Else_Reported_It_Nor_Under_Which_Reference()
    {
        var (main, report) = Merged();
        foreach (var (card, other) in ((AdaptiveCard, Case)[])[(JoinedCard.Draw(report, main), main), (JoinedCard.Draw(main, null), report)])
        {
            Assert.DoesNotContain(other.Reference.ToString(), card.ToJson(), StringComparison.Ordinal);
            Assert.DoesNotContain(other.Reporter.Name, card.ToJson(), StringComparison.Ordinal);
        }
    }

    private static AdaptiveCard Card(Case @case, params IReadOnlyList<Twin> twins) => CardSamples.CaseCard.Draw(CardSamples.View(@case) with { Twins = twins });

    private static AdaptiveCard MainDecided()
    {
        var decided = CardSamples.Decided(Merged().Main, DecisionOutcome.ReportToPlatform);
        return CardSamples.CaseCard.Draw(CardSamples.View(decided) with
        {
            Told = new ReporterTold.Sent(CaseBuilder.Wednesday.AddMinutes(62)),
            OthersTold = [(new CaseReference("RMC", 2026, 4), new ReporterTold.CouldNotReach())],
        });
    }

    private static (Case Main, Case Report) Merged()
    {
        var main = Numbered(2);
        var report = Numbered(4) with { Reporter = ReportDriver.Bea };
        var recorded = (CaseOutcome.Recorded)main.Merge(report, CaseBuilder.Mona, CaseBuilder.Wednesday.AddHours(1));
        return (recorded.Case, recorded.Together!.Case);
    }

    private static Case Numbered(int number) => CardSamples.Case()
        .WithId(new CaseId(new Guid($"{number}1111111-2222-3333-4444-555555555555")))
        .Numbered(number)
        .Build();
}
