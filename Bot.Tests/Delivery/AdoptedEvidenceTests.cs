using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>A screenshot that came after the report becomes the case's own together with the event that says so.</summary>
public sealed class AdoptedEvidenceTests
{
    [SkippableTheory, BothDatabases]
    public async Task The_File_The_Event_And_The_Case_Are_One_Transaction(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var @case = await driver.OpenAsync();
        var records = driver.Get<EvidenceRecords>();
        var waiting = new CaseId(Guid.NewGuid());
        var file = CaseBuilder.Screenshot("late.png");
        await records.AddAsync(new EvidenceRecord(file, @case.Practice, waiting, @case.Reporter.Id, EvidenceState.Kept, new EvidenceSeal("x", null)), default);
        var received = (CaseOutcome.Recorded)@case.Receive(file, @case.Reporter, CaseBuilder.Wednesday);

        Assert.True(await driver.Recorder.CommitAsync(received, default));
        Assert.Empty(await records.ListForDraftAsync(waiting, default));
        Assert.Equal(file.Id, Assert.Single(await records.ListForCaseAsync(@case.Practice, @case.Id, default)).Id);
        Assert.False(await driver.Recorder.CommitAsync(received, default));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Case_Never_Speaks_Of_A_File_That_Is_Gone(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var @case = await driver.OpenAsync();
        var received = (CaseOutcome.Recorded)@case.Receive(CaseBuilder.Screenshot("gone.png"), @case.Reporter, CaseBuilder.Wednesday);

        await Assert.ThrowsAsync<InvalidOperationException>(() => driver.Recorder.CommitAsync(received, default));
        Assert.Equal(1, (await driver.Cases.FindAsync(@case.Practice, @case.Id, default))!.Version);
        Assert.Single(await driver.Cases.ListEventsAsync(@case.Id, default));
    }
}
