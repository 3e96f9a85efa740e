using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

public sealed class EvidenceRecordsTests
{
    private static readonly PracticeId Practice = CaseBuilder.Practice;
    private readonly CaseId _draft = new(Guid.NewGuid());

    [SkippableTheory, BothDatabases]
    public async Task The_Same_File_Twice_Is_Recorded_Once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var records = database.Get<EvidenceRecords>();
        var first = CaseBuilder.Screenshot("post.png");
        var again = first with { Id = new EvidenceId(Guid.NewGuid()), Name = "again.png" };
        Assert.Equal(first, await AddAsync(records, _draft, first));
        Assert.Equal(first, await AddAsync(records, _draft, again));
        Assert.Equal([first], await records.ListForDraftAsync(_draft, default));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Forgotten_Draft_Names_Where_Its_Files_Are(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var records = database.Get<EvidenceRecords>();
        var (one, two, same) = (CaseBuilder.Screenshot("one.png"), CaseBuilder.Screenshot("two.png"), CaseBuilder.Screenshot("one.png"));
        await AddAsync(records, _draft, one);
        await AddAsync(records, _draft, two);
        var other = new CaseId(Guid.NewGuid());
        await AddAsync(records, other, same with { Sha256 = one.Sha256 });

        Assert.Equal([AddressOf(one), AddressOf(two)], (await records.DeleteDraftAsync(_draft, default)).ToHashSet());
        Assert.Empty(await records.ListForDraftAsync(_draft, default));
        Assert.Single(await records.ListForDraftAsync(other, default));
    }

    [SkippableTheory, BothDatabases]
    public async Task Everything_Recorded_Of_A_Screenshot_Comes_Back(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var records = database.Get<EvidenceRecords>();
        var screenshot = CaseBuilder.Screenshot("post.png") with { Picture = new PictureFacts(1080, 2400, 3, true), IsInOneDrive = true };
        var original = Record(_draft, screenshot) with { PictureHash = 0xF0E1_D2C3_B4A5_9687, State = EvidenceState.Quarantined };
        var copy = Record(_draft, CaseBuilder.Screenshot("post, redacted.png")) with { RedactionOf = original.Id };
        await records.AddAsync(original, default);
        await records.AddAsync(copy, default);

        var listed = await records.ListForCaseAsync(Practice, _draft, default);
        Assert.Equal([original.Id, copy.Id], listed.Select(record => record.Id));
        Assert.Equal(original with { Seal = listed[0].Seal }, listed[0]);
        Assert.Equal(original.Seal.Address, listed[0].Seal.Address);
        Assert.Equal(original.Seal.WrappedKey, listed[0].Seal.WrappedKey);
        Assert.Equal(copy with { Seal = listed[1].Seal }, listed[1]);
        Assert.Equal([original.Evidence], await records.ListForDraftAsync(_draft, default)); // a redacted copy was not sent by anybody
        Assert.Empty(await records.ListForCaseAsync(new PracticeId("another"), _draft, default));
        Assert.Null(await records.FindAsync(new PracticeId("another"), original.Id, default));
    }

    [SkippableTheory, BothDatabases]
    public async Task Large_Pictures_Without_A_Hash_Are_Found_Until_They_Have_One(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var records = database.Get<EvidenceRecords>();
        SealedEvidence Shot(string name, long size, int width, int height) =>
            CaseBuilder.Screenshot(name) with { Size = size, Picture = new PictureFacts(width, height, 1, false) };
        EvidenceRecord heavy = Record(_draft, Shot("heavy.png", 1_001, 10, 10)), wide = Record(_draft, Shot("wide.png", 10, 60_000, 60_000));
        EvidenceRecord[] others =
        [
            Record(_draft, Shot("usual.png", 1_000, 1_000, 2)),
            Record(_draft, CaseBuilder.Screenshot("unknown.png") with { Size = 10 }),
            Record(_draft, Shot("hashed.png", 1_001, 10, 10)) with { PictureHash = 1 },
            Record(_draft, Shot("waiting.png", 1_001, 10, 10)) with { State = EvidenceState.Quarantined },
            Record(_draft, Shot("copy.png", 1_001, 10, 10)) with { RedactionOf = heavy.Id },
            Record(_draft, Shot("old.png", 1_001, 10, 10) with { ReceivedAt = CaseBuilder.Wednesday.AddSeconds(-1) }),
        ];
        foreach (var record in (EvidenceRecord[])[.. others, wide, heavy])
        {
            await records.AddAsync(record, default);
        }

        async Task<HashSet<EvidenceId>> FoundAsync() => [.. (await records.ListWithoutHashAsync(1_000, 2_000, CaseBuilder.Wednesday, default)).Select(one => one.Id)];
        Assert.Equal([heavy.Id, wide.Id], await FoundAsync());
        Assert.True(await records.AddHashAsync(heavy.Id, ulong.MaxValue - 5, default));
        Assert.Equal([wide.Id], await FoundAsync());
        Assert.Equal(ulong.MaxValue - 5, (await records.FindAsync(Practice, heavy.Id, default))!.PictureHash);

        await records.PurgeAsync(Practice, wide.Id, CaseBuilder.Wednesday, default);
        Assert.False(await records.AddHashAsync(wide.Id, 7, default));
        Assert.Null((await records.FindAsync(Practice, wide.Id, default))!.PictureHash);
    }

    [SkippableTheory, BothDatabases]
    public async Task Screenshots_Stay_In_Order_When_The_Clock_Jumps_Back(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var records = database.Get<EvidenceRecords>();
        foreach (var number in Enumerable.Range(1, 3))
        {
            await AddAsync(records, _draft, CaseBuilder.Screenshot($"{number}.png") with { ReceivedAt = CaseBuilder.Wednesday.AddHours(-number) });
        }

        Assert.Equal(["1.png", "2.png", "3.png"], (await records.ListForDraftAsync(_draft, default)).Select(evidence => evidence.Name));
    }

    private static async Task<SealedEvidence> AddAsync(EvidenceRecords records, CaseId draft, SealedEvidence evidence) =>
        (await records.AddAsync(Record(draft, evidence), default)).Evidence;

    private static EvidenceRecord Record(CaseId draft, SealedEvidence evidence) =>
        new(evidence, Practice, draft, CaseBuilder.Ann.Id, EvidenceState.Kept, new EvidenceSeal(AddressOf(evidence), [1, 2, 3]));

    private static string AddressOf(SealedEvidence evidence) => evidence.Id.ToString() + evidence.Id;
}
