using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

public sealed class QuietStatesTests
{
    private const string Key = "msteams/conversations/a";
    private const string Another = "msteams/conversations/b";
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    [SkippableTheory, BothDatabases]
    public async Task What_Nobody_Goes_On_With_Is_Forgotten_And_What_Somebody_Does_Is_Not(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var storage = database.Get<IStorage>();
        await storage.WriteAsync(State(Key, "a report that was left"));
        await storage.WriteAsync(State(Another, "the first words"));

        Assert.Equal(0, await SweepAsync(database, TimeSpan.Zero));
        await storage.WriteAsync(await ChangedAsync(storage, Another));
        Assert.Equal(0, await SweepAsync(database, TimeSpan.FromDays(30)));
        Assert.Equal(1, await SweepAsync(database, TimeSpan.FromDays(32)));
        Assert.Equal([Another], (await storage.ReadAsync([Key, Another])).Keys);
        Assert.Equal(0, await SweepAsync(database, TimeSpan.FromDays(60)));
        Assert.Equal(1, await SweepAsync(database, TimeSpan.FromDays(62)));
        await using var db = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(0, await db.BotStates.CountAsync());
    }

    [SkippableTheory, BothDatabases]
    public async Task Whoever_Goes_On_In_That_Moment_Overwrites_Nothing_And_Begins_Anew(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var storage = database.Get<IStorage>();
        await storage.WriteAsync(State(Key, "a report that was left"));
        await SweepAsync(database, TimeSpan.Zero);
        var late = await ChangedAsync(storage, Key);
        Assert.Equal(1, await SweepAsync(database, TimeSpan.FromDays(32)));

        await Assert.ThrowsAsync<StateConflictException>(() => storage.WriteAsync(late));
        await storage.WriteAsync(State(Key, "a new one"));
        Assert.Equal(0, await SweepAsync(database, TimeSpan.FromDays(40)));
        Assert.Single(await storage.ReadAsync([Key]));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Clock_That_Was_Put_Back_Forgets_Nothing(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.Get<IStorage>().WriteAsync(State(Key, "words"));
        await SweepAsync(database, TimeSpan.FromDays(400));
        Assert.Equal(0, await SweepAsync(database, TimeSpan.Zero));
    }

    private static Task<int> SweepAsync(TestDatabase database, TimeSpan after) =>
        database.Get<QuietStates>().ForgetAsync(CaseBuilder.Wednesday + after, CaseBuilder.Wednesday + after - Month, default);

    private static Dictionary<string, object> State(string key, string words) => new() { [key] = new Dictionary<string, object> { ["words"] = words } };

    private static async Task<IDictionary<string, object>> ChangedAsync(IStorage storage, string key)
    {
        var read = await storage.ReadAsync([key]);
        ((IDictionary<string, object>)read[key])["words"] = "other words";
        return read;
    }
}
