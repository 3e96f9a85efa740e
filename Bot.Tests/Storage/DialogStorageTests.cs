using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

public sealed class DialogStorageTests
{
    private const string Key = "msteams/conversations/a";

    [SkippableTheory, BothDatabases]
    public async Task A_Half_Finished_Report_Comes_Back_As_It_Went_In(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var storage = Storage(database);
        var report = new CaseBuilder().About(CaseBuilder.Mona).Report();
        await storage.WriteAsync(new Dictionary<string, object>
        {
            [Key] = new Dictionary<string, object> { ["report"] = report, ["steps"] = new List<string> { "one", "two" }, ["at"] = 3 },
        });

        var state = (IDictionary<string, object>)(await storage.ReadAsync([Key]))[Key];

        var read = Assert.IsType<CaseReport>(state["report"]);
        Assert.Equal(report.Draft, read.Draft);
        Assert.Equal(report.Reporter, read.Reporter);
        Assert.Equal(report.Facts with { Kinds = read.Facts.Kinds }, read.Facts);
        Assert.Equal(report.Facts.Kinds, read.Facts.Kinds);
        Assert.Equal(report.Evidence, read.Evidence);
        Assert.Equal(["one", "two"], Assert.IsType<List<string>>(state["steps"]));
        Assert.Equal(3L, state["at"]);
    }

    [SkippableTheory, BothDatabases]
    public async Task What_Was_Never_Written_Is_Absent(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        Assert.Empty(await database.Get<IStorage>().ReadAsync(["nothing"]));
    }

    [SkippableTheory, BothDatabases]
    public async Task Of_Two_Turns_On_One_State_The_Second_To_Write_Is_Refused(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var storage = Storage(database);
        await storage.WriteAsync(One(new Dictionary<string, object> { ["n"] = 1 }));
        var first = (await storage.ReadAsync([Key]))[Key];
        var second = (await storage.ReadAsync([Key]))[Key];
        ((IDictionary<string, object>)first)["n"] = 2;
        ((IDictionary<string, object>)second)["n"] = 3;

        await storage.WriteAsync(One(first));
        await Assert.ThrowsAsync<StateConflictException>(() => storage.WriteAsync(One(second)));
        await storage.WriteAsync(One(first));

        Assert.Equal(2L, ((IDictionary<string, object>)(await storage.ReadAsync([Key]))[Key])["n"]);
    }

    [SkippableTheory, BothDatabases]
    public async Task An_Item_With_An_Old_ETag_Is_Refused_And_One_With_A_Star_Or_None_Is_Not(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var storage = Storage(database);
        await storage.WriteAsync(One(new Item { Text = "first" }));
        var read = (Item)(await storage.ReadAsync([Key]))[Key];
        Assert.False(string.IsNullOrEmpty(read.ETag));
        await storage.WriteAsync(One(new Item { Text = "second", ETag = "*" }));

        read.Text = "third";
        await Assert.ThrowsAsync<StateConflictException>(() => storage.WriteAsync(One(read)));

        await storage.WriteAsync(One(new Item { Text = "fourth" }));
        Assert.Equal("fourth", ((Item)(await storage.ReadAsync([Key]))[Key]).Text);
    }

    [SkippableTheory, BothDatabases]
    public async Task A_State_That_Was_Deleted_Meanwhile_Is_Not_Written_Back(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var storage = Storage(database);
        await storage.WriteAsync(One(new Item { Text = "first" }));
        var read = (await storage.ReadAsync([Key]))[Key];
        await storage.DeleteAsync([Key]);
        await Assert.ThrowsAsync<StateConflictException>(() => storage.WriteAsync(One(read)));
        Assert.Empty(await storage.ReadAsync([Key]));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Type_That_Is_Not_Ours_Is_Neither_Written_Nor_Read(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var storage = Storage(database);
        await Assert.ThrowsAsync<JsonSerializationException>(() => storage.WriteAsync(One(new FileInfo("/etc/hostname"))));
        await using var db = await database.Contexts.CreateDbContextAsync();
        db.BotStates.Add(new BotStateRow
        {
            Key = Key,
            ETag = "1",
            Json = """{"$type":"System.IO.FileInfo, System.Private.CoreLib","fileName":"/etc/hostname"}""",
        });
        await db.SaveChangesAsync();
        await Assert.ThrowsAsync<JsonSerializationException>(() => storage.ReadAsync([Key]));
    }

    [SkippableTheory, BothDatabases]
    public async Task Many_Conversations_At_Once_Keep_Their_States_Apart(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var storage = Storage(database);
        await Parallel.ForEachAsync(Enumerable.Range(0, 100), async (number, token) =>
        {
            var key = $"msteams/conversations/{number}";
            for (var turn = 0; turn < 3; turn++)
            {
                var state = (await storage.ReadAsync([key], token)).TryGetValue(key, out var read)
                    ? (IDictionary<string, object>)read
                    : new Dictionary<string, object>();
                state["number"] = number;
                await storage.WriteAsync(new Dictionary<string, object> { [key] = state }, token);
            }
        });
        var found = await storage.ReadAsync([.. Enumerable.Range(0, 100).Select(number => $"msteams/conversations/{number}")]);
        Assert.All(found, pair => Assert.EndsWith($"/{((IDictionary<string, object>)pair.Value)["number"]}", pair.Key, StringComparison.Ordinal));
        Assert.Equal(100, found.Count);
    }

    private static DialogStorage Storage(TestDatabase database) =>
        new(database.Get<StateTable>(), new KnownTypes(typeof(Item).Assembly));

    private static Dictionary<string, object> One(object value) => new() { [Key] = value };

    private sealed class Item : IStoreItem
    {
        public string Text { get; set; } = "";

        public string ETag { get; set; } = null!;
    }
}
