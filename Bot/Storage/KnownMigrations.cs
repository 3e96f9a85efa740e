using System.Diagnostics;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// The migrations, named one by one. Searching the assembly for them, at each start, would load every type in it and with them the
/// libraries of rooms that are not configured. A new migration and its name here belong together; a test finds one that is missing.
/// </summary>
internal sealed class KnownMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private readonly bool _isSqlite = current.Context switch
    {
        SqliteBotDbContext => true,
        PostgresBotDbContext => false,
        _ => throw new UnreachableException(),
    };

    private IReadOnlyDictionary<string, TypeInfo>? _migrations;

    public Assembly Assembly => typeof(KnownMigrations).Assembly;

    /// <summary>By their ids, the oldest first.</summary>
    public IReadOnlyDictionary<string, TypeInfo> Migrations => _migrations ??= new SortedList<string, TypeInfo>(
        (_isSqlite ? OnSqlite() : OnPostgres()).ToDictionary(IdOf, type => type.GetTypeInfo()), StringComparer.Ordinal);

    public ModelSnapshot? ModelSnapshot =>
        _isSqlite ? new Storage.Migrations.Sqlite.SqliteBotDbContextModelSnapshot() : new Storage.Migrations.Postgres.PostgresBotDbContextModelSnapshot();

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(
        id => id.Equals(nameOrId, StringComparison.OrdinalIgnoreCase) || id[(id.IndexOf('_') + 1)..].Equals(nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private static Type[] OnSqlite() =>
    [
        typeof(Storage.Migrations.Sqlite.Initial),
        typeof(Storage.Migrations.Sqlite.EachFileItsOwnKey),
        typeof(Storage.Migrations.Sqlite.Custody),
        typeof(Storage.Migrations.Sqlite.Exports),
        typeof(Storage.Migrations.Sqlite.PostLinks),
        typeof(Storage.Migrations.Sqlite.Practices),
    ];

    private static Type[] OnPostgres() =>
    [
        typeof(Storage.Migrations.Postgres.Initial),
        typeof(Storage.Migrations.Postgres.EachFileItsOwnKey),
        typeof(Storage.Migrations.Postgres.Custody),
        typeof(Storage.Migrations.Postgres.Exports),
        typeof(Storage.Migrations.Postgres.PostLinks),
        typeof(Storage.Migrations.Postgres.Practices),
    ];

    private static string IdOf(Type migration) => migration.GetCustomAttribute<MigrationAttribute>()!.Id;
}
