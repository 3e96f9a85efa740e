using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public void The_Migrations_For_Sqlite_Say_What_The_Rows_Say()
    {
        using var db = new Databases.SqliteDesign().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_Migrations_For_Postgres_Say_What_The_Rows_Say()
    {
        using var db = new Databases.PostgresDesign().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Every_Migration_Of_The_Assembly_Is_Listed()
    {
        Assert.Equal(InTheAssembly<SqliteBotDbContext>(), new Databases.SqliteDesign().CreateDbContext([]).Database.GetMigrations());
        Assert.Equal(InTheAssembly<PostgresBotDbContext>(), new Databases.PostgresDesign().CreateDbContext([]).Database.GetMigrations());
    }

    private static IEnumerable<string> InTheAssembly<TContext>() => typeof(TContext).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TContext))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
        .OfType<string>()
        .Order(StringComparer.Ordinal);

    [SkippableTheory, BothDatabases]
    public async Task Migrating_Twice_Is_Migrating_Once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.Get<Migrator>().MigrateAsync(CancellationToken.None);
        await using var db = await database.Contexts.CreateDbContextAsync();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_Sqlite_File_Is_Made_With_Its_Folder_And_In_Wal_Mode()
    {
        using var folder = new TempFolder();
        await using var services = TestDatabase.Services(TestDatabase.ForSqlite(folder.File("deep", "down", "bot.db")));
        await services.GetRequiredService<StartWatch>().StartingAsync(CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        Assert.Equal("wal", await PragmaAsync<string>(db, "journal_mode"));
        Assert.Equal(1, await PragmaAsync<long>(db, "foreign_keys"));
        Assert.Equal(5000, await PragmaAsync<long>(db, "busy_timeout"));
    }

    [Fact]
    public async Task A_Lock_Left_By_A_Killed_Start_Does_Not_Stop_The_Next()
    {
        using var folder = new TempFolder();
        await using var services = TestDatabase.Services(TestDatabase.ForSqlite(folder.File("bot.db")));
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(
            """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
        await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00')""");
        await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [SkippableTheory, BothDatabases]
    public async Task An_Event_Cannot_Be_Changed_Through_The_Context(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();
        db.CaseEvents.Remove(new CaseEventRow
        {
            CaseId = new CaseId(Guid.NewGuid()),
            Sequence = 1,
            Json = "{}",
            PreviousHash = CaseChain.Start,
            Hash = CaseChain.Start,
            Actor = CaseBuilder.Ann.Id,
            At = CaseBuilder.Wednesday,
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory]
    [InlineData("Storage:Provider", "Postgres", "Storage:ConnectionString must be set when Storage:Provider is Postgres.")]
    [InlineData("Storage:Path", " ", "Storage:Path must name the SQLite file, for example data/rowcroft.db.")]
    public async Task A_Wrong_Setting_Is_Named_In_One_Sentence(string key, string value, string sentence)
    {
        var configuration = TestDatabase.ForSqlite("data/rowcroft.db");
        configuration[key] = value;
        await using var services = TestDatabase.Services(configuration);
        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<StorageOptions>>().Value);
        Assert.Equal(sentence, failure.Message);
    }

    private static async Task<T> PragmaAsync<T>(BotDbContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
