using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>Merging changes two cases and two chains: all of it or nothing, whoever else is at it.</summary>
public sealed class MergingAtOnceTests
{
    private static readonly DateTimeOffset Later = CaseBuilder.Wednesday.AddHours(2);

    [SkippableTheory, BothDatabases]
    public async Task Both_Cases_Both_Chains_And_What_Is_Owed_Are_Stored_Together(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var (first, second) = await TwoAsync(driver);
        driver.Announcer.Script = Owing(driver);

        Assert.True(await driver.Recorder.CommitAsync(Merge(first, second, CaseBuilder.Mona), default));

        await AreAsync(driver, (first, CaseStatus.Reported, 2), (second, CaseStatus.DuplicateOf, 2));
        Assert.Equal([first.Id, second.Id], (await driver.RowsAsync()).Select(row => row.CaseId!.Value).ToHashSet());
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Process_That_Dies_Between_The_Two_Cases_Leaves_Nothing(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var (first, second) = await TwoAsync(driver);
        var announced = new List<CaseId>();
        driver.Announcer.Script = (@case, _) =>
        {
            announced.Add(@case.Id);
            return announced.Count == 2
                ? throw new InvalidOperationException("killed")
                : [driver.To(new Recipient.ToPerson(CaseBuilder.Ann.Id), "told", @case.Id)];
        };

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => driver.Recorder.CommitAsync(Merge(first, second, CaseBuilder.Mona), default));

        Assert.Equal(2, announced.Distinct().Count()); // one of them was written already
        await AreAsync(driver, (first, CaseStatus.Reported, 1), (second, CaseStatus.Reported, 1));
        Assert.Empty(await driver.RowsAsync());
    }

    [SkippableTheory, BothDatabases]
    public async Task Of_Two_Managers_Who_Merge_At_Once_One_Wins_And_The_Other_Sees_It(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var (first, second) = await TwoAsync(driver);
        driver.Announcer.Script = Owing(driver);

        // From either side: the locks are taken in the same order, so that neither waits for the other for ever.
        var won = await AtOnceAsync(
            driver, Merge(first, second, CaseBuilder.Mona), Merge(second, first, CaseBuilder.Dev), Merge(first, second, CaseBuilder.Dev), Merge(second, first, CaseBuilder.Mona));

        Assert.Single(won, result => result);
        await AreAsync(driver, (first, CaseStatus.Reported, 2), (second, CaseStatus.DuplicateOf, 2));
        Assert.Equal(2, (await driver.RowsAsync()).Count);
        var (main, duplicate) = (await FindAsync(driver, first), await FindAsync(driver, second));
        Assert.IsType<CaseOutcome.AlreadyMerged>(main.Merge(duplicate, CaseBuilder.Dev, Later));
    }

    [SkippableTheory, BothDatabases]
    public async Task Of_One_Who_Merges_And_One_Who_Decides_At_Once_One_Wins_And_The_Other_Sees_It(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var (first, second) = await TwoAsync(driver);

        var won = await AtOnceAsync(driver, Merge(first, second, CaseBuilder.Mona), CaseBuilder.Decision(second));

        Assert.Single(won, result => result);
        if (won[0])
        {
            await AreAsync(driver, (first, CaseStatus.Reported, 2), (second, CaseStatus.DuplicateOf, 2));
        }
        else
        {
            await AreAsync(driver, (first, CaseStatus.Reported, 1), (second, CaseStatus.Decided, 2));
        }
    }

    [SkippableTheory, BothDatabases]
    public async Task Whoever_Read_The_Cases_Before_A_Decision_Merges_Nothing(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        foreach (var decided in (int[])[0, 1])
        {
            var pair = await TwoAsync(driver);
            var stale = Merge(pair.First, pair.Second, CaseBuilder.Dev);
            var (one, other) = decided == 0 ? (pair.First, pair.Second) : (pair.Second, pair.First);
            Assert.True(await driver.Recorder.CommitAsync(CaseBuilder.Decision(one), default));

            Assert.False(await driver.Recorder.CommitAsync(stale, default));

            await AreAsync(driver, (one, CaseStatus.Decided, 2), (other, CaseStatus.Reported, 1));
            var again = (await FindAsync(driver, pair.First)).Merge(await FindAsync(driver, pair.Second), CaseBuilder.Dev, Later);
            Assert.Equal(CaseBuilder.Mona, Assert.IsType<CaseOutcome.AlreadyDecided>(again).By);
        }
    }

    [SkippableTheory, BothDatabases]
    public async Task Whoever_Read_A_Case_Before_A_Merge_Decides_And_Merges_Nothing(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var (first, second) = await TwoAsync(driver);
        var third = await driver.OpenAsync();
        Assert.True(await driver.Recorder.CommitAsync(Merge(first, second, CaseBuilder.Mona), default));

        Assert.False(await driver.Recorder.CommitAsync(CaseBuilder.Decision(first), default));
        Assert.False(await driver.Recorder.CommitAsync(CaseBuilder.Decision(second), default));
        Assert.False(await driver.Recorder.CommitAsync(Merge(second, third, CaseBuilder.Dev), default));

        await AreAsync(driver, (first, CaseStatus.Reported, 2), (second, CaseStatus.DuplicateOf, 2), (third, CaseStatus.Reported, 1));
    }

    [SkippableTheory, BothDatabases]
    public async Task Taken_Apart_And_Decided_At_Once_One_Wins(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var (first, second) = await TwoAsync(driver);
        Assert.True(await driver.Recorder.CommitAsync(Merge(first, second, CaseBuilder.Mona), default));
        var (main, duplicate) = (await FindAsync(driver, first), await FindAsync(driver, second));
        var apart = Assert.IsType<CaseOutcome.Recorded>(duplicate.TakeApart(main, CaseBuilder.Dev, Later));

        var won = await AtOnceAsync(driver, apart, CaseBuilder.Decision(main));

        Assert.Single(won, result => result);
        await AreAsync(
            driver,
            (first, won[0] ? CaseStatus.Reported : CaseStatus.Decided, 3),
            (second, won[0] ? CaseStatus.Reported : CaseStatus.DuplicateOf, won[0] ? 3 : 2));
    }

    private static async Task<(Case First, Case Second)> TwoAsync(DeliveryDriver driver) =>
        (await driver.OpenAsync(), await driver.OpenAsync(new CaseBuilder().ReportedBy(CaseBuilder.Dev)));

    private static Func<Case, CaseEvent, IEnumerable<Announcement>> Owing(DeliveryDriver driver) =>
        (@case, _) => [driver.To(new Recipient.ToPerson(@case.Reporter.Id), Guid.NewGuid().ToString(), @case.Id)];

    private static CaseOutcome.Recorded Merge(Case one, Case other, NamedPerson by) =>
        Assert.IsType<CaseOutcome.Recorded>(one.Merge(other, by, Later));

    private static Task<bool[]> AtOnceAsync(DeliveryDriver driver, params IEnumerable<CaseOutcome.Recorded> outcomes) =>
        Task.WhenAll(outcomes.ToList().Select(outcome => Task.Run(() => driver.Recorder.CommitAsync(outcome, default))));

    private static async Task<Case> FindAsync(DeliveryDriver driver, Case @case) =>
        (await driver.Cases.FindAsync(@case.Practice, @case.Id, default))!;

    /// <summary>Each case at its version, with as many events as versions, and its chain whole.</summary>
    private static async Task AreAsync(DeliveryDriver driver, params IReadOnlyList<(Case Case, CaseStatus Status, int Version)> expected)
    {
        foreach (var (@case, status, version) in expected)
        {
            var now = await FindAsync(driver, @case);
            Assert.Equal((status, version), (now.Status, now.Version));
            Assert.Equal(new ChainVerdict.Intact(version), await driver.Cases.VerifyChainAsync(@case.Id, default));
        }
    }
}
