using Microsoft.EntityFrameworkCore;
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
}
