using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

public sealed class SqliteSeatsTests
{
    [Fact]
    public async Task A_Connection_Waits_Until_Another_Is_Closed()
    {
        await using var database = await TestDatabase.CreateAsync(nameof(DatabaseProvider.Sqlite));
        var seats = new SqliteSeats(1, TimeSpan.FromMinutes(1));
        await using var first = Open(database, seats);
        await using var second = Open(database, seats);

        var transaction = await first.Database.BeginTransactionAsync();
        var waiting = second.Outbox.CountAsync();
        Assert.False(waiting.IsCompleted);

        await transaction.DisposeAsync();
        Assert.Equal(0, await waiting.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Each_Way_Of_Leaving_Gives_The_Seat_Back()
    {
        await using var database = await TestDatabase.CreateAsync(nameof(DatabaseProvider.Sqlite));
        var seats = new SqliteSeats(1, Timeout.InfiniteTimeSpan);
        await using (var db = Open(database, seats))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await transaction.CommitAsync();
        }

        await using (var db = Open(database, seats))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"SELECT nonsense"));
        }

        await using (var db = Open(database, seats))
        {
            await db.Database.BeginTransactionAsync();
        }

        await using (var db = Open(database, seats))
        {
            Assert.Equal(0, await db.Outbox.CountAsync().WaitAsync(TimeSpan.FromSeconds(30)));
        }
    }

    [Fact]
    public async Task Who_Has_Waited_Long_Enough_Opens_All_The_Same()
    {
        await using var database = await TestDatabase.CreateAsync(nameof(DatabaseProvider.Sqlite));
        var seats = new SqliteSeats(1, TimeSpan.Zero);
        await using var outer = Open(database, seats);
        await using var transaction = await outer.Database.BeginTransactionAsync();
        await using var inner = Open(database, seats);
        Assert.Equal(0, await inner.Outbox.CountAsync());
    }

    private static SqliteBotDbContext Open(TestDatabase database, SqliteSeats seats) => new(
        new DbContextOptionsBuilder<SqliteBotDbContext>()
            .UseSqlite(Databases.SqliteConnectionString(database.Configuration["Storage:Path"]!))
            .AddInterceptors(seats)
            .Options);
}
