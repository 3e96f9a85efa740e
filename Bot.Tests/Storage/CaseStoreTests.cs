using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

public sealed class CaseStoreTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [SkippableTheory, BothDatabases]
    public async Task A_Case_Is_Found_By_Id_And_By_Reference_In_Its_Own_Practice_Only(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (mine, theirs) = (new CaseBuilder().Build(), new CaseBuilder().In(new PracticeId("elsewhere")).Build());
        await StoreAsync(database, mine, theirs);
        var cases = database.Cases;
        Assert.Equal(mine.Id, (await cases.FindAsync(mine.Practice, mine.Id, default))?.Id);
        Assert.Null(await cases.FindAsync(mine.Practice, theirs.Id, default));
        Assert.Equal(mine.Id, (await cases.FindByReferenceAsync(mine.Practice, mine.Reference, default))?.Id);
        Assert.Null(await cases.FindByReferenceAsync(mine.Practice, mine.Reference with { Prefix = "ABC" }, default));
        Assert.Null(await cases.FindByReferenceAsync(mine.Practice, mine.Reference with { Number = 2 }, default));
    }

    [SkippableTheory, BothDatabases]
    public async Task Open_Cases_Come_Urgent_First_Then_By_Date_And_In_Pages(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var late = new CaseBuilder().Numbered(1).DueAt(Monday.AddDays(9)).Build();
        var soon = new CaseBuilder().Numbered(2).DueAt(Monday.AddDays(8)).Build();
        var urgent = new CaseBuilder().Numbered(3).Urgent().DueAt(Monday.AddDays(10)).Build();
        var decided = new CaseBuilder().Numbered(4).Decided();
        await StoreAsync(database, late, soon, urgent, decided);

        var first = await database.Cases.ListOpenAsync(CaseBuilder.Practice, 0, 2, default);
        var second = await database.Cases.ListOpenAsync(CaseBuilder.Practice, 1, 2, default);
        Assert.Equal((3, 3), (first.Total, second.Total));
        Assert.Equal([urgent.Id, soon.Id, late.Id], first.Cases.Concat(second.Cases).Select(@case => @case.Id));
        Assert.Empty((await database.Cases.ListOpenAsync(CaseBuilder.Practice, 2, 2, default)).Cases);
    }

    [SkippableTheory, BothDatabases]
    public async Task People_See_Their_Own_Reports_The_Newest_First(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var old = new CaseBuilder().Numbered(1).ReportedAt(Monday).Build();
        var recent = new CaseBuilder().Numbered(2).ReportedAt(Monday.AddDays(1)).Build();
        await StoreAsync(database, old, recent, new CaseBuilder().Numbered(3).ReportedBy(CaseBuilder.Dev).Build());
        var mine = await database.Cases.ListByReporterAsync(CaseBuilder.Practice, CaseBuilder.Ann.Id, 10, default);
        Assert.Equal([recent.Id, old.Id], mine.Select(@case => @case.Id));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Week_Has_Its_First_Instant_And_Not_Its_Last(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var before = new CaseBuilder().Numbered(1).ReportedAt(Monday.AddTicks(-1)).Build();
        var first = new CaseBuilder().Numbered(2).ReportedAt(Monday).Decided();
        var after = new CaseBuilder().Numbered(3).ReportedAt(Monday.AddDays(7)).Build();
        var withdrawn = Withdrawn(new CaseBuilder().Numbered(4).ReportedAt(Monday.AddDays(1)).Build(), Monday.AddDays(2));
        await StoreAsync(database, before, first, after, withdrawn);
        var (cases, practice, next) = (database.Cases, CaseBuilder.Practice, Monday.AddDays(7));

        Assert.Equal([first.Id, withdrawn.Id], Ids(await cases.ListReportedAsync(practice, Monday, next, default)));
        Assert.Equal([first.Id], Ids(await cases.ListDecidedAsync(practice, Monday, next, default)));
        Assert.Empty(await cases.ListDecidedAsync(practice, next, next.AddDays(7), default));
        Assert.Equal([before.Id], Ids(await cases.ListOpenAtAsync(practice, next, default)));
        Assert.Equal([before.Id, withdrawn.Id], Ids(await cases.ListOpenAtAsync(practice, Monday.AddDays(2), default)));
        Assert.Equal([before.Id, first.Id], Ids(await cases.ListOpenAtAsync(practice, Monday.AddHours(1), default)));
    }

    private static IEnumerable<CaseId> Ids(IEnumerable<Case> cases) => cases.Select(@case => @case.Id);

    private static Case Withdrawn(Case open, DateTimeOffset at) => ((CaseOutcome.Recorded)open.Withdraw(open.Reporter, at)).Case;

    private static async Task StoreAsync(TestDatabase database, params IReadOnlyList<Case> cases)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        db.Cases.AddRange(cases.Select(CaseRow.From));
        await db.SaveChangesAsync();
    }
}
