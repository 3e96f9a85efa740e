using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

public sealed class ModelTests
{
    [Fact]
    public async Task Every_Row_With_A_Mapping_Is_In_The_Model_As_It_Maps_It()
    {
        await using var database = await TestDatabase.CreateAsync(nameof(DatabaseProvider.Sqlite));
        await using var db = await database.Contexts.CreateDbContextAsync();
        var mappings = typeof(BotDbContext).Assembly.GetTypes()
            .SelectMany(type => type.GetInterfaces(), (type, each) => (Mapping: type, Contract: each))
            .Where(found => found.Contract.IsGenericType && found.Contract.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
            .ToList();

        Assert.NotEmpty(mappings);
        Assert.All(mappings, found => Assert.NotNull(db.Model.FindEntityType(found.Contract.GetGenericArguments()[0])));
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Every_Migration_Is_Named_For_Its_Database()
    {
        using var sqlite = new Databases.SqliteDesign().CreateDbContext([]);
        using var postgres = new Databases.PostgresDesign().CreateDbContext([]);

        Assert.Equal(Written("Sqlite"), Named(sqlite));
        Assert.Equal(Written("Postgres"), Named(postgres));
        Assert.False(postgres.Database.HasPendingModelChanges());
        Assert.EndsWith("_Initial", sqlite.GetService<IMigrationsAssembly>().FindMigrationId("Initial"), StringComparison.Ordinal);

        static IEnumerable<string> Named(BotDbContext db) => db.GetService<IMigrationsAssembly>().Migrations.Values.Select(type => type.FullName!);

        static IEnumerable<string> Written(string database) => typeof(BotDbContext).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.Namespace!.EndsWith(database, StringComparison.Ordinal))
            .OrderBy(type => type.GetCustomAttributes(typeof(MigrationAttribute), inherit: false).Cast<MigrationAttribute>().Single().Id, StringComparer.Ordinal)
            .Select(type => type.FullName!);
    }
}
