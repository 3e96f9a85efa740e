using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

public sealed class CaseRecorderTests
{
    [SkippableTheory, BothDatabases]
    public async Task A_Report_Becomes_A_Case_With_A_Reference_A_Date_An_Event_And_What_Is_Owed(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Announcer.Script = (@case, @event) =>
            [driver.To(new Recipient.ToApprovers(), $"{@case.Id}/{@event.GetType().Name}", @case.Id)];
        var report = new CaseBuilder().Report();

        var opened = Assert.IsType<OpenResult.Opened>(await driver.Recorder.OpenAsync(report, now => now.AddDays(3), default)).Case;

        Assert.Equal("RMC-2026-0001", opened.Reference.ToString());
        Assert.Equal(CaseBuilder.Wednesday.AddDays(3), opened.DueAt);
        Assert.Equal(CaseJson.Write(opened), CaseJson.Write((await driver.Cases.FindAsync(report.Practice, report.Draft, default))!));
        Assert.IsType<CaseReported>(Assert.Single(await driver.Cases.ListEventsAsync(opened.Id, default)));
        Assert.Equal(opened.Id, Assert.Single(await driver.RowsAsync()).CaseId);
    }

    [SkippableTheory, BothDatabases]
    public async Task Twenty_Reports_At_Once_Get_Twenty_Numbers_Without_A_Gap(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => driver.OpenAsync())));
        Assert.Equal(Enumerable.Range(1, 20), opened.Select(@case => @case.Reference.Number).Order());
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Draft_Sent_Twice_At_Once_Is_One_Case(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var report = new CaseBuilder().Report();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            driver.Recorder.OpenAsync(report, now => now.AddDays(1), default))));

        Assert.Single(results.OfType<OpenResult.Opened>());
        Assert.Equal(3, results.OfType<OpenResult.AlreadyOpen>().Count());
        Assert.Single(results.Select(result => result.Case.Reference).Distinct());
        Assert.Equal(2, (await driver.OpenAsync()).Reference.Number);
    }

    [SkippableTheory, BothDatabases]
    public async Task Numbers_Begin_Again_At_New_Year_In_The_Practices_Zone(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Time.SetUtcNow(new DateTimeOffset(2026, 12, 31, 23, 59, 0, TimeSpan.Zero));
        Assert.Equal("RMC-2026-0001", (await driver.OpenAsync()).Reference.ToString());
        driver.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("RMC-2027-0001", (await driver.OpenAsync()).Reference.ToString());
    }

    [SkippableTheory, BothDatabases]
    public async Task Of_Two_Managers_At_Once_One_Wins_And_The_Other_Stores_Nothing(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Announcer.Script = (@case, @event) => @event is CaseDecided
            ? [driver.To(new Recipient.ToPerson(CaseBuilder.Ann.Id), Guid.NewGuid().ToString(), @case.Id)]
            : [];
        var open = await driver.OpenAsync();
        var decisions = Enumerable.Range(0, 5).Select(_ => CaseBuilder.Decision(open)).ToList();

        var won = await Task.WhenAll(decisions.Select(decision => Task.Run(() => driver.Recorder.CommitAsync(decision, default))));

        Assert.Single(won, result => result);
        Assert.Equal(2, (await driver.Cases.ListEventsAsync(open.Id, default)).Count);
        Assert.Single(await driver.RowsAsync());
        Assert.Equal(CaseStatus.Decided, (await driver.Cases.FindAsync(open.Practice, open.Id, default))!.Status);
        Assert.IsType<ChainVerdict.Intact>(await driver.Cases.VerifyChainAsync(open.Id, default));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Process_That_Dies_In_The_Middle_Leaves_Nothing(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var open = await driver.OpenAsync();
        driver.Announcer.Script = (_, _) => throw new InvalidOperationException("killed");

        await Assert.ThrowsAsync<InvalidOperationException>(() => driver.Recorder.CommitAsync(CaseBuilder.Decision(open), default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => driver.OpenAsync());

        var now = (await driver.Cases.FindAsync(open.Practice, open.Id, default))!;
        Assert.Equal((1, CaseStatus.Reported), (now.Version, now.Status));
        Assert.Single(await driver.Cases.ListEventsAsync(open.Id, default));
        Assert.Equal(1, (await driver.Cases.ListOpenAsync(open.Practice, 0, 10, default)).Total);
        driver.Announcer.Script = (_, _) => [];
        Assert.Equal(2, (await driver.OpenAsync()).Reference.Number);
    }

    [SkippableTheory, BothDatabases]
    public async Task The_Same_Words_Owed_Twice_Are_Owed_Once_And_Do_No_Harm(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Announcer.Script = (@case, _) => [driver.To(new Recipient.ToPerson(CaseBuilder.Ann.Id), "told", @case.Id)];
        var open = await driver.OpenAsync();
        Assert.True(await driver.Recorder.CommitAsync(CaseBuilder.Decision(open), default));
        Assert.Single(await driver.RowsAsync());
    }

    [SkippableTheory, BothDatabases]
    public async Task Refused_Presses_Are_Kept_And_The_Case_Stays(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var open = await driver.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => driver.Recorder.AuditAsync(
            open, new ActionRefused(CaseBuilder.Ann.Id, CaseBuilder.Wednesday.AddMinutes(number), "decide"), default))));

        Assert.Equal(new ChainVerdict.Intact(11), await driver.Cases.VerifyChainAsync(open.Id, default));
        Assert.True(await driver.Recorder.CommitAsync(CaseBuilder.Decision(open), default));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Changed_Byte_A_Missing_Event_And_A_Cut_Off_End_Are_Found(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var (changed, missing, cut) = (await DecidedAsync(driver), await DecidedAsync(driver), await DecidedAsync(driver));
        await using var db = await driver.ContextAsync();
        await db.CaseEvents.Where(row => row.CaseId == changed && row.Sequence == 2)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Json, r => r.Json.Replace("item 7", "item 8")));
        await db.CaseEvents.Where(row => row.CaseId == missing && row.Sequence == 1).ExecuteDeleteAsync();
        await db.CaseEvents.Where(row => row.CaseId == cut && row.Sequence == 2).ExecuteDeleteAsync();

        Assert.Equal(new ChainVerdict.Broken(2), await driver.Cases.VerifyChainAsync(changed, default));
        Assert.Equal(new ChainVerdict.Broken(1), await driver.Cases.VerifyChainAsync(missing, default));
        Assert.Equal(new ChainVerdict.Broken(2), await driver.Cases.VerifyChainAsync(cut, default));
    }

    private static async Task<CaseId> DecidedAsync(DeliveryDriver driver)
    {
        var open = await driver.OpenAsync();
        Assert.True(await driver.Recorder.CommitAsync(CaseBuilder.Decision(open), default));
        Assert.Equal(new ChainVerdict.Intact(2), await driver.Cases.VerifyChainAsync(open.Id, default));
        return open.Id;
    }
}
