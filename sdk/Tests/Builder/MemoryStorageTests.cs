using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Builder;

public sealed class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task What_Is_Read_Is_A_Copy_Of_The_Type_That_Was_Written()
    {
        var note = new Note { Text = "one" };
        await WriteAsync(note);
        note.Text = "changed";

        Assert.Equal("one", (await ReadAsync()).Text);
    }

    [Fact]
    public async Task A_Stale_Write_Is_Refused_And_A_Fresh_One_Is_Not()
    {
        await WriteAsync(new Note { Text = "one" });
        var (mine, theirs) = (await ReadAsync(), await ReadAsync());

        theirs.Text = "theirs";
        await WriteAsync(theirs);
        mine.Text = "mine";
        var conflict = await Assert.ThrowsAsync<Exception>(() => WriteAsync(mine));

        Assert.Contains("Etag conflict", conflict.Message, StringComparison.OrdinalIgnoreCase);
        var current = await ReadAsync();
        Assert.Equal("theirs", current.Text);
        Assert.NotEqual(mine.ETag, current.ETag);

        current.Text = "after reading again";
        await WriteAsync(current);
        Assert.Equal("after reading again", (await ReadAsync()).Text);
    }

    [Fact]
    public async Task A_Star_Writes_Whatever_Is_There()
    {
        await WriteAsync(new Note { Text = "one" });
        await WriteAsync(new Note { Text = "two", ETag = "*" });

        Assert.Equal("two", (await ReadAsync()).Text);
    }

    [Fact]
    public async Task A_Null_Version_Cannot_Replace_What_Is_There()
    {
        await WriteAsync(new Note { Text = "one" });

        await Assert.ThrowsAsync<Exception>(() => WriteAsync(new Note { Text = "two" }));
    }

    [Fact]
    public async Task What_Has_No_Version_Is_Simply_Replaced()
    {
        await _storage.WriteAsync(new Dictionary<string, object> { ["key"] = new Plain { Text = "one" } }, default);
        await _storage.WriteAsync(new Dictionary<string, object> { ["key"] = new Plain { Text = "two" } }, default);

        var items = await _storage.ReadAsync(["key"], default);
        Assert.Equal("two", Assert.IsType<Plain>(items["key"]).Text);
    }

    [Fact]
    public async Task What_Is_Not_There_Is_Absent()
    {
        await WriteAsync(new Note());
        await _storage.DeleteAsync(["note", "never there"], default);

        Assert.Empty(await _storage.ReadAsync(["note", "other"], default));
    }

    [Fact]
    public async Task A_Dictionary_That_Is_Handed_In_Is_Used()
    {
        var kept = new Dictionary<string, JObject>();
        var storage = new MemoryStorage(kept);

        await storage.WriteAsync(new Dictionary<string, object> { ["note"] = new Note { Text = "one" } }, default);

        Assert.Equal("one", (string?)kept["note"]["Text"]);
    }

    private Task WriteAsync(Note note) => _storage.WriteAsync(new Dictionary<string, object> { ["note"] = note }, default);

    private async Task<Note> ReadAsync() => Assert.IsType<Note>((await _storage.ReadAsync(["note"], default))["note"]);

    public sealed class Note : IStoreItem
    {
        public string? Text { get; set; }

        public string? ETag { get; set; }
    }

    public sealed class Plain
    {
        public string? Text { get; set; }
    }
}
