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
    public async Task A_Forgotten_Draft_Names_Only_Files_That_Nobody_Else_Has(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var records = database.Get<EvidenceRecords>();
        var (mine, shared) = (CaseBuilder.Screenshot("mine.png"), CaseBuilder.Screenshot("shared.png"));
        await AddAsync(records, _draft, mine);
        await AddAsync(records, _draft, shared);
        var other = new CaseId(Guid.NewGuid());
        await AddAsync(records, other, shared with { Id = new EvidenceId(Guid.NewGuid()) });

        Assert.Equal([mine.Sha256], await records.DeleteDraftAsync(_draft, default));
        Assert.Empty(await records.ListForDraftAsync(_draft, default));
        Assert.Single(await records.ListForDraftAsync(other, default));
    }

    private static Task<SealedEvidence> AddAsync(EvidenceRecords records, CaseId draft, SealedEvidence evidence) =>
        records.AddAsync(Practice, draft, CaseBuilder.Ann.Id, evidence, default);
}
