using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Decisions;

/// <summary>A card is drawn so often that each question to the store is counted.</summary>
public sealed class CaseReadingTests
{
    private const string Link = "https://www.facebook.com/rowcroft/posts/1024";

    [SkippableTheory, BothDatabases]
    public async Task Of_A_Case_Without_Files_And_Link_Nothing_Is_Asked(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var plain = await StoreAsync(database, 1, link: null);

        var (known, questions) = await ReadAsync(database, plain);

        Assert.Equal(0, questions);
        Assert.Equal(default, known.AtHand);
        Assert.Empty(known.Alike);
    }

    [SkippableTheory, BothDatabases]
    public async Task Of_A_Case_With_A_Link_Only_Other_Cases_With_It_Are_Asked_For(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (other, elsewhere) = (await StoreAsync(database, 1, Link), await StoreAsync(database, 2, Link, new PracticeId("elsewhere")));
        var linked = await StoreAsync(database, 3, Link);

        var (known, questions) = await ReadAsync(database, linked);

        Assert.Equal(1, questions);
        Assert.Equal([KeyValuePair.Create(other.Id, Likeness.SameLink)], known.Alike);
        Assert.DoesNotContain(elsewhere.Id, known.Alike.Keys);
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Decided_Case_Is_Asked_Only_Whether_Its_Reporter_Was_Told(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await StoreAsync(database, 1, Link);
        var decided = new CaseBuilder().WithoutEvidence().Numbered(2).With(facts => facts with { Link = Link }).Decided();

        var (known, questions) = await ReadAsync(database, decided);

        Assert.Equal(1, questions);
        Assert.Empty(known.Alike);
        Assert.Empty(known.Told);
    }

    [SkippableTheory, BothDatabases]
    public async Task Files_That_Came_To_A_Merged_Report_Since_Are_Counted(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (main, duplicate) = (await StoreAsync(database, 1, link: null), await StoreAsync(database, 2, link: null));
        var merged = ((CaseOutcome.Recorded)main.Merge(duplicate, CaseBuilder.Mona, CaseBuilder.Wednesday)).Case;
        var file = CaseBuilder.Screenshot("late.png");
        await using (var db = await database.Contexts.CreateDbContextAsync())
        {
            db.Evidence.Add(EvidenceRow.From(
                new EvidenceRecord(file, duplicate.Practice, duplicate.Id, duplicate.Reporter.Id, EvidenceState.Kept, new EvidenceSeal("x", null))));
            await db.SaveChangesAsync();
        }

        var (known, _) = await ReadAsync(database, merged);

        Assert.Equal(new EvidenceAtHand(1, 0), known.AtHand);
    }

    private static async Task<(KnownOfCase Known, int Questions)> ReadAsync(TestDatabase database, Case @case)
    {
        var contexts = new Counted(database.Contexts);
        var reading = new CaseReading(contexts, Options.Create(new TwinOptions()), TimeProvider.System);
        return (await reading.ReadAsync(@case, default), contexts.Questions);
    }

    private static async Task<Case> StoreAsync(TestDatabase database, int number, string? link, PracticeId? practice = null)
    {
        var @case = new CaseBuilder().WithoutEvidence().Numbered(number).In(practice ?? CaseBuilder.Practice)
            .With(facts => facts with { Link = link }).Build();
        await using var db = await database.Contexts.CreateDbContextAsync();
        db.Cases.Add(CaseRow.From(@case));
        await db.SaveChangesAsync();
        return @case;
    }

    /// <summary>A context opens its connection for each question, and closes it.</summary>
    private sealed class Counted(IDbContextFactory<BotDbContext> contexts) : IDbContextFactory<BotDbContext>
    {
        public int Questions { get; private set; }

        public BotDbContext CreateDbContext()
        {
            var db = contexts.CreateDbContext();
            db.Database.GetDbConnection().StateChange += (_, change) => Questions += change.CurrentState == System.Data.ConnectionState.Open ? 1 : 0;
            return db;
        }
    }
}
