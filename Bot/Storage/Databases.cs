using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>How each database is spoken to. The one place that names a provider's options.</summary>
/// <remarks>
/// Two sets of migrations; add one to each after changing a row, and name it in <see cref="ListedMigrations"/>:
/// <code>
/// dotnet tool restore
/// dotnet ef migrations add NAME --project Bot --context SqliteBotDbContext --output-dir Storage/Migrations/Sqlite
/// dotnet ef migrations add NAME --project Bot --context PostgresBotDbContext --output-dir Storage/Migrations/Postgres
/// </code>
/// </remarks>
internal static class Databases
{
    private const int SqliteConnectionsAtOnce = 6;
    private static readonly TimeSpan SqlitePatience = TimeSpan.FromSeconds(2);
    private static readonly SqlitePragmas Pragmas = new();

    public static string SqliteConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();

    public static void UseSqlite(DbContextOptionsBuilder options, string path) => options
        .UseSqlite(SqliteConnectionString(path))
        .ReplaceService<IMigrationsAssembly, ListedMigrations>()
        .AddInterceptors(new SqliteSeats(SqliteConnectionsAtOnce, SqlitePatience), Pragmas, new DurableCommits(WalFlush.Of(path)));

    public static void UsePostgres(DbContextOptionsBuilder options, DbDataSource source) => options
        .UseNpgsql(source)
        .ReplaceService<IMigrationsAssembly, ListedMigrations>();

    /// <summary>For the EF Core tool only: nothing is opened.</summary>
    internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteBotDbContext>
    {
        public SqliteBotDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteBotDbContext>();
            UseSqlite(options, "design.db");
            return new SqliteBotDbContext(options.Options);
        }
    }

    /// <inheritdoc cref="SqliteDesign"/>
    internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresBotDbContext>
    {
        public PostgresBotDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresBotDbContext>();
            options.UseNpgsql("Host=localhost").ReplaceService<IMigrationsAssembly, ListedMigrations>();
            return new PostgresBotDbContext(options.Options);
        }
    }
}
