using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.SetUp;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SetUp;

public sealed class SetUpLedgerTests
{
    private const int AtOnce = 8;

    [SkippableTheory, BothDatabases]
    public async Task Of_Many_Who_Save_At_Once_One_Is_First_And_The_Others_Change_Nothing(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(number => SaveAsync(driver, CaseBuilder.Practice, 0, $"P{number}", $"Practice {number}")));

        Assert.Single(outcomes.OfType<SaveOutcome.Saved>());
        Assert.Equal(AtOnce - 1, outcomes.OfType<SaveOutcome.SomebodyWasFirst>().Count());
        await using var db = await driver.ContextAsync();
        var change = await db.PracticeChanges.SingleAsync();
        var practice = await db.Practices.SingleAsync();
        Assert.Equal((1, practice.ReferencePrefix, practice.Choices), (change.Version, change.ReferencePrefix, change.Choices));
        Assert.Equal($"P{Array.FindIndex(outcomes, outcome => outcome is SaveOutcome.Saved)}", practice.ReferencePrefix);
        Assert.Equal(2, await db.Outbox.CountAsync()); // the manager and the deputy, once each
    }

    [SkippableTheory, BothDatabases]
    public async Task Of_Practices_That_Want_The_Same_Letters_At_Once_One_Gets_Them(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var all = new List<PracticeId>();
        foreach (var team in Enumerable.Range(0, AtOnce).Select(number => $"19:team-{number}@thread.tacv2"))
        {
            all.Add((await driver.Get<Installations>().RecordAsync(DeliveryDriver.Installed(team), default))!.Practice);
        }

        var outcomes = await Task.WhenAll(all.Select(practice => SaveAsync(driver, practice, 0, "SAME", "A practice")));

        Assert.Single(outcomes.OfType<SaveOutcome.Saved>());
        Assert.Equal(AtOnce - 1, outcomes.OfType<SaveOutcome.PrefixTaken>().Count());
        await using var db = await driver.ContextAsync();
        Assert.Single(await db.PracticeChanges.ToListAsync());
        Assert.Single(await db.Practices.Where(row => row.ReferencePrefix == "SAME").ToListAsync());
    }

    [SkippableTheory, BothDatabases]
    public async Task Whoever_Saves_The_Same_Once_More_Has_Saved_It_And_Nobody_Is_Told_Again(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        await SaveAsync(driver, CaseBuilder.Practice, 0, "RMC", "Rowcroft");

        Assert.IsType<SaveOutcome.SavedBefore>(await SaveAsync(driver, CaseBuilder.Practice, 0, "RMC", "Rowcroft"));
        Assert.IsType<SaveOutcome.SavedBefore>(await SaveAsync(driver, CaseBuilder.Practice, 0, null, "Rowcroft")); // letters that the configuration decides

        await using var db = await driver.ContextAsync();
        Assert.Equal(1, (await db.PracticeChanges.SingleAsync()).Version);
        Assert.Equal(1, (await db.Practices.SingleAsync()).Version);
        Assert.Equal(2, await db.Outbox.CountAsync());
    }

    [SkippableTheory, BothDatabases]
    public async Task Anything_Else_Was_Not_Saved_Before(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        await SaveAsync(driver, CaseBuilder.Practice, 0, "RMC", "Rowcroft");

        Assert.IsType<SaveOutcome.SomebodyWasFirst>(await SaveAsync(driver, CaseBuilder.Practice, 0, "RMC", "Another name"));
        Assert.IsType<SaveOutcome.SomebodyWasFirst>(await SaveAsync(driver, CaseBuilder.Practice, 0, "ELSE", "Rowcroft"));
        Assert.IsType<SaveOutcome.SomebodyWasFirst>(await SaveAsync(driver, CaseBuilder.Practice, 0, "RMC", "Rowcroft", CaseBuilder.Dev));
        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(driver, CaseBuilder.Practice, 1, "RMC", "Another name"));
        Assert.IsType<SaveOutcome.SomebodyWasFirst>(await SaveAsync(driver, CaseBuilder.Practice, 0, "RMC", "Rowcroft")); // changed again since
    }

    private static Task<SaveOutcome> SaveAsync(
        DeliveryDriver driver, PracticeId practice, int version, string? prefix, string name, NamedPerson? by = null) =>
        new SetUpLedger(
            driver.Get<IDbContextFactory<BotDbContext>>(), driver.Get<Practices>(), driver.Get<ApproverDirectory>(), driver.Get<OutboxSignal>(), driver.Time)
            .SaveAsync(
                new Caller(practice, driver.Roster.Find(by ?? CaseBuilder.Mona)),
                version,
                new CheckedSetUp(new PracticeChoices { Name = name }, prefix, []),
                default);
}
