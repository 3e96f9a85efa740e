using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>One instance sends a report while another still fetches a picture for it: the picture is the case's, or nobody's.</summary>
public sealed class EvidenceAtSendingTests
{
    private const int Rounds = 20;

    [SkippableTheory, BothDatabases]
    public async Task What_Comes_When_The_Report_Is_A_Case_Is_Not_Recorded_With_It(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var @case = await OpenAsync(driver, new CaseId(Guid.NewGuid()));

        await Assert.ThrowsAsync<DraftSentException>(() => AddAsync(driver, @case.Id, "late.png"));

        Assert.Empty(await driver.Get<EvidenceRecords>().ListForCaseAsync(@case.Practice, @case.Id, default));
    }

    [SkippableTheory, BothDatabases]
    public async Task What_Came_After_The_Report_Was_Read_Is_In_The_Case(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var draft = new CaseId(Guid.NewGuid());
        var first = await AddAsync(driver, draft, "first.png");
        var second = await AddAsync(driver, draft, "second.png");

        var @case = await OpenAsync(driver, draft, first);

        Assert.Equal([first.Id, second.Id], @case.Evidence.Select(file => file.Id));
        Assert.Equal(2, (await driver.Cases.FindAsync(@case.Practice, draft, default))!.Evidence.Count);
    }

    [SkippableTheory, BothDatabases]
    public async Task Whichever_Is_First_The_Case_Has_All_That_Is_Recorded_For_It(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        for (var round = 0; round < Rounds; round++)
        {
            var draft = new CaseId(Guid.NewGuid());
            var adding = Record.ExceptionAsync(() => AddAsync(driver, draft, "post.png"));
            var @case = await OpenAsync(driver, draft);

            Assert.True(await adding is null or DraftSentException);
            var recorded = await driver.Get<EvidenceRecords>().ListForCaseAsync(@case.Practice, draft, default);
            Assert.Equal(recorded.Select(one => one.Id), @case.Evidence.Select(file => file.Id));
        }
    }

    private static async Task<SealedEvidence> AddAsync(DeliveryDriver driver, CaseId draft, string name)
    {
        var file = CaseBuilder.Screenshot(name);
        var record = new EvidenceRecord(file, CaseBuilder.Practice, draft, CaseBuilder.Ann.Id, EvidenceState.Kept, new EvidenceSeal(file.Id.ToString(), null));
        return (await driver.Get<EvidenceRecords>().AddAsync(record, default)).Evidence;
    }

    private static Task<Case> OpenAsync(DeliveryDriver driver, CaseId draft, params SealedEvidence[] evidence) =>
        driver.OpenAsync(new CaseBuilder().WithId(draft).WithEvidence(evidence));
}
