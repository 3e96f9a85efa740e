using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class FileEvidenceStoreTests : IDisposable
{
    private static readonly byte[] Picture = SamplePictures.Png();
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Picture));

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("store-");
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    private string Root => Path.Combine(_directory.FullName, "data", "evidence");

    public void Dispose() => _directory.Delete(recursive: true);

    [SkippableFact]
    public async Task Only_The_Bots_Own_Account_Can_Read_What_Is_Kept()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Directory.CreateDirectory(Root); // as somebody may have made it before, open to all
        var store = await ReadyAsync();
        await using var pending = await WriteAsync(store);
        Assert.All(Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories), HasModeOfOwnFile);
        await pending.KeepAsync(Hash, default);

        Assert.All(Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories), HasModeOfOwnFile);
        Assert.All(
            [Root, .. Directory.EnumerateDirectories(Root, "*", SearchOption.AllDirectories)],
            directory => Assert.Equal("700", Mode(directory)));
    }

    [Fact]
    public async Task What_Is_Not_Kept_Leaves_Nothing()
    {
        var store = await ReadyAsync();
        await (await WriteAsync(store)).DisposeAsync();
        Assert.Empty(Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories));
        Assert.Null(await store.OpenAsync(Hash, default));
    }

    [Fact]
    public async Task What_Is_Kept_Is_Listed_With_The_Time_At_Which_It_Was_Kept()
    {
        var store = await ReadyAsync();
        await using var pending = await WriteAsync(store);
        _time.Advance(TimeSpan.FromMinutes(30)); // it waited for the others of its message
        await pending.KeepAsync(Hash, default);
        var listed = new List<KeptFile>();
        await foreach (var file in store.ListAsync(default))
        {
            listed.Add(file);
        }

        Assert.Equal(Hash, Assert.Single(listed).Address);
        Assert.Equal(_time.GetUtcNow(), listed[0].KeptAt, TimeSpan.FromMilliseconds(1));
        Assert.Equal(Path.Combine(Root, Hash[..2], Hash[2..4], Hash), Assert.Single(Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)));
    }

    [Fact]
    public async Task What_Is_Deleted_Is_Gone_And_Deleting_It_Again_Is_No_Error()
    {
        var store = await ReadyAsync();
        await KeepAsync(store);
        await store.DeleteAsync(Hash, default);
        Assert.Null(await store.OpenAsync(Hash, default));
        await store.DeleteAsync(Hash, default);
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public async Task Only_A_Hash_Becomes_Part_Of_A_Path(string sha256)
    {
        var store = await ReadyAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync(sha256, default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(sha256, default));
    }

    [Fact]
    public async Task What_A_Crash_Left_Half_Received_Is_Swept()
    {
        var store = await ReadyAsync();
        await KeepAsync(store);
        var left = Path.Combine(Root, "incoming", "left-by-a-crash");
        await File.WriteAllBytesAsync(left, Picture[..10]);
        await using var inProgress = await WriteAsync(store);
        File.SetLastWriteTimeUtc(left, _time.GetUtcNow().UtcDateTime.AddMinutes(-11));

        Assert.Equal(1, await store.SweepAsync(_time.GetUtcNow().AddMinutes(-10), default));

        Assert.False(File.Exists(left));
        await inProgress.KeepAsync(Hash, default);
        Assert.NotNull(await store.OpenAsync(Hash, default));
    }

    [Fact]
    public async Task A_Place_That_Cannot_Be_Written_To_Fails_The_Start()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "data"), "a file where the directory should be");
        await Assert.ThrowsAnyAsync<IOException>(ReadyAsync);
    }

    private async Task<IEvidenceStore> ReadyAsync()
    {
        var store = new FileEvidenceStore(Options.Create(new EvidenceOptions { Path = Root }), _time);
        await store.PrepareAsync(default);
        return store;
    }

    private static async Task<PendingEvidence> WriteAsync(IEvidenceStore store)
    {
        var pending = await store.BeginAsync(default);
        await pending.Content.WriteAsync(Picture);
        return pending;
    }

    private static async Task KeepAsync(IEvidenceStore store)
    {
        await using var pending = await WriteAsync(store);
        await pending.KeepAsync(Hash, default);
    }

    private static void HasModeOfOwnFile(string file) => Assert.Equal("600", Mode(file));

    private static string Mode(string path) =>
        OperatingSystem.IsWindows() ? "none" : Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
