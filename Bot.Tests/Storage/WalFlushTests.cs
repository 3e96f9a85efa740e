using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

public sealed class WalFlushTests
{
    [Fact]
    public async Task Those_Who_Wait_While_The_Disk_Is_Busy_Share_The_Next_Flush()
    {
        var (flushes, begun) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var disk = new ManualResetEventSlim();
        var flush = new WalFlush(() =>
        {
            Interlocked.Increment(ref flushes);
            begun.TrySetResult();
            disk.Wait(TimeSpan.FromSeconds(30));
        });

        var first = Task.Run(flush.RunAsync);
        await begun.Task;
        var others = Enumerable.Range(0, 10).Select(_ => flush.RunAsync()).ToList();
        Assert.DoesNotContain(others, one => one.IsCompleted);

        disk.Set();
        await Task.WhenAll([first, .. others]);
        Assert.Equal(2, flushes);
    }

    [Fact]
    public async Task After_A_Disk_Failed_The_Next_Commit_Asks_It_Again()
    {
        var flushes = 0;
        var flush = new WalFlush(() =>
        {
            if (++flushes == 1)
            {
                throw new IOException("The disk is full.");
            }
        });

        await Assert.ThrowsAsync<IOException>(flush.RunAsync);
        await flush.RunAsync();
        Assert.Equal(2, flushes);
    }

    [Fact]
    public async Task A_File_Without_A_Wal_Has_Nothing_To_Flush()
    {
        using var folder = new TempFolder();
        var file = folder.File("closed.db");
        await File.WriteAllBytesAsync(file, []);
        await WalFlush.Of(file).RunAsync();
    }

    [Fact]
    public async Task A_Transaction_Returns_When_It_Is_On_The_Disk()
    {
        await using var database = await TestDatabase.CreateAsync(nameof(DatabaseProvider.Sqlite));
        var flushes = 0;
        var options = new DbContextOptionsBuilder<SqliteBotDbContext>()
            .UseSqlite(Databases.SqliteConnectionString(database.Configuration["Storage:Path"]!))
            .AddInterceptors(new DurableCommits(new WalFlush(() => flushes++)));
        await using var db = new SqliteBotDbContext(options.Options);

        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Outbox.ExecuteDeleteAsync();
        Assert.Equal(0, flushes);
        await transaction.CommitAsync();
        Assert.Equal(1, flushes);
    }
}
