using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

public sealed class CustodyCardTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void The_Alert_Is_The_One_That_Was_Looked_At() => GoldenCard.Matches(
        AlertCard.Draw(
        [
            new AlertLine(FindingKind.FileChanged, "RMC-2026-0001", "post **1**.png", Hash, null),
            new AlertLine(FindingKind.ChainBroken, "RMC-2026-0001", null, null, 3),
            new AlertLine(FindingKind.CaseMissing, "2026-0002", null, null, null),
            new AlertLine(FindingKind.FileMissing, null, null, Hash, null),
            new AlertLine(FindingKind.FileChanged, null, null, null, null) { NobodysCase = true },
        ]),
        "Custody/alert.json");

    [Fact]
    public void A_Lost_Store_Is_One_Card_That_Teams_Takes()
    {
        var lines = Enumerable.Range(1, 500).Select(number =>
            new AlertLine(FindingKind.FileMissing, $"RMC-2026-{number:0000}", new string('w', 255), Hash, null));

        GoldenCard.Matches(AlertCard.Draw([.. lines]), "Custody/alert-lost-store.json");
    }

    [Fact]
    public void The_Cards_About_A_Hold_Are_The_Ones_That_Were_Looked_At()
    {
        GoldenCard.Matches(HoldCard.Ask(new CaseBuilder().WithId(new CaseId(Guid.Empty)).Build(), HoldChange.Place), "Custody/hold.json");
        GoldenCard.Matches(HoldCard.Ask(new CaseBuilder().WithId(new CaseId(Guid.Empty)).Build(), HoldChange.Release), "Custody/release.json");
        GoldenCard.Matches(PurgedCard.Draw(), "Custody/deleted.json");
    }

    [Fact]
    public async Task The_Record_Of_A_Case_Is_The_One_That_Was_Looked_At()
    {
        await using var rig = await CustodyRig.StartAsync();
        var card = rig.Get<HistoryCard>();
        var file = CaseBuilder.Screenshot("post.png") with { Sha256 = Hash };
        CaseEvent[] events =
        [
            new CaseReported(CaseBuilder.Ann.Id, CaseBuilder.Wednesday, new CaseBuilder().Build().Facts, [file], Urgency.Normal),
            new EvidenceViewed(CaseBuilder.Mona.Id, CaseBuilder.Wednesday.AddMinutes(5), file.Id, Hash),
            new CaseDecided(CaseBuilder.Mona.Id, CaseBuilder.Wednesday.AddMinutes(9), new CaseBuilder().Decided().Decision!),
            new HoldPlaced(new PersonId("somebody"), CaseBuilder.Wednesday.AddMonths(1), "A secret reason"),
            new EvidencePurged(PersonId.Bot, CaseBuilder.Wednesday.AddYears(10), file.Id, Hash),
        ];

        GoldenCard.Matches(
            card.Draw(new CaseBuilder().WithId(new CaseId(Guid.Empty)).Build(), events, 0, id => id == CaseBuilder.Ann.Id ? "Ann *Receptionist*" : id == CaseBuilder.Mona.Id ? "Mona Manager" : null),
            "Custody/history.json");
        var views = Enumerable.Repeat(events[1], 30).ToList();
        GoldenCard.Matches(
            card.Draw(new CaseBuilder().WithId(new CaseId(Guid.Empty)).Build(), views, 1, _ => new string('W', 200)), "Custody/history-page-2.json");
    }

    [Fact]
    public void Every_Event_Has_Words_Of_Its_Own()
    {
        var words = ClosedFamily.Of<CaseEvent>().Select(type => (CaseEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type))
            .Where(@event => @event is not CaseReported)
            .Select(@event => (@event.GetType().Name, Words: HistoryWords.For(@event)))
            .ToList();

        Assert.DoesNotContain(words, each => each.Words == HistoryWords.Other);
        Assert.Equal(words.Count, words.Select(each => each.Words).Distinct().Count());
    }

    [Fact]
    public void Every_Kind_Of_Finding_Has_A_Sentence() =>
        Assert.All(Enum.GetValues<FindingKind>(), kind => Assert.EndsWith(".", FindingSentences.For(kind, 1), StringComparison.Ordinal));
}
