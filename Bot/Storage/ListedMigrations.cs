using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// The migrations of each database, by name. EF Core by itself looks for them among all the types of the assembly, and so loads every type
/// of the bot, and every library that one of them stands on, into a process that uses few of them.
/// </summary>
internal sealed class ListedMigrations(ICurrentDbContext context) : IMigrationsAssembly
{
    private static readonly Type[] Sqlite =
    [
        typeof(Migrations.Sqlite.Initial),
        typeof(Migrations.Sqlite.EachFileItsOwnKey),
        typeof(Migrations.Sqlite.Custody),
        typeof(Migrations.Sqlite.Exports),
        typeof(Migrations.Sqlite.PostLinks),
        typeof(Migrations.Sqlite.OutboxTraces),
        typeof(Migrations.Sqlite.Practices),
        typeof(Migrations.Sqlite.QuietStates),
        typeof(Migrations.Sqlite.RosterVersions),
    ];

    private static readonly Type[] Postgres =
    [
        typeof(Migrations.Postgres.Initial),
        typeof(Migrations.Postgres.EachFileItsOwnKey),
        typeof(Migrations.Postgres.Custody),
        typeof(Migrations.Postgres.Exports),
        typeof(Migrations.Postgres.PostLinks),
        typeof(Migrations.Postgres.Practices),
        typeof(Migrations.Postgres.OutboxTraces),
        typeof(Migrations.Postgres.QuietStates),
        typeof(Migrations.Postgres.RosterVersions),
    ];

    private readonly bool _isSqlite = context.Context is SqliteBotDbContext;
    private SortedList<string, TypeInfo>? _migrations;

    public IReadOnlyDictionary<string, TypeInfo> Migrations => _migrations ??= new(
        (_isSqlite ? Sqlite : Postgres).ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, type => type.GetTypeInfo()),
        StringComparer.OrdinalIgnoreCase);

    public ModelSnapshot ModelSnapshot => _isSqlite
        ? new Migrations.Sqlite.SqliteBotDbContextModelSnapshot()
        : new Migrations.Postgres.PostgresBotDbContextModelSnapshot();

    public Assembly Assembly => typeof(ListedMigrations).Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.FirstOrDefault(migration =>
        nameOrId.Equals(migration.Key, StringComparison.OrdinalIgnoreCase)
        || nameOrId.Equals(migration.Value.Name, StringComparison.OrdinalIgnoreCase)).Key;

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}
