using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Npgsql;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>A database of its own for one test, already migrated: a copy of one that was migrated once in this run.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1, 1);

    private readonly TempFolder? _folder;
    private readonly ServiceProvider _services;

    private TestDatabase(IConfiguration configuration, TempFolder? folder)
    {
        (Configuration, _folder) = (configuration, folder);
        _services = Services(configuration);
    }

    /// <summary>What the product would be configured with to use this database.</summary>
    public IConfiguration Configuration { get; }

    public IDbContextFactory<BotDbContext> Contexts => Get<IDbContextFactory<BotDbContext>>();

    public CaseStore Cases => Get<CaseStore>();

    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        if (provider == nameof(DatabaseProvider.Sqlite))
        {
            var folder = new TempFolder();
            var file = folder.File("test.db");
            File.Copy(await SqliteTemplate.Value, file);
            return new TestDatabase(ForSqlite(file), folder);
        }

        var server = PostgresServer.Require();
        var template = await PostgresTemplate.Value;
        var name = NewName();
        await OneCopyAtATime.WaitAsync();
        try
        {
            await server.RunAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return new TestDatabase(ForPostgres(server.ConnectionString(name)), null);
    }

    public static IConfiguration ForSqlite(string file) => Settings(("Storage:Provider", "Sqlite"), ("Storage:Path", file));

    public static IConfiguration ForPostgres(string connectionString) =>
        Settings(("Storage:Provider", "Postgres"), ("Storage:ConnectionString", connectionString));

    /// <summary>The room as the product registers it.</summary>
    public static ServiceProvider Services(IConfiguration configuration) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
        .AddStorage(configuration)
        .BuildServiceProvider();

    public static string NewName() => "t" + Guid.NewGuid().ToString("N");

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_folder is not null)
        {
            Forget(_folder.File("test.db"));
            _folder.Dispose();
            return;
        }

        await using var connection = new NpgsqlConnection(Configuration["Storage:ConnectionString"]);
        NpgsqlConnection.ClearPool(connection);
        await PostgresServer.Require().RunAsync($"DROP DATABASE {connection.Database} WITH (FORCE)");
    }

    /// <summary>Closes what is kept open of a file, and of no other: tests that run beside this one look at theirs.</summary>
    public static void Forget(string file)
    {
        using var connection = new SqliteConnection(Databases.SqliteConnectionString(file));
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var file = folder.File("template.db");
        await using (var services = Services(ForSqlite(file)))
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        }

        Forget(file);
        return file;
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var server = PostgresServer.Require();
        var name = NewName();
        await server.RunAsync($"CREATE DATABASE {name}");
        var connectionString = server.ConnectionString(name);
        await using (var services = Services(ForPostgres(connectionString)))
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        }

        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        return name;
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value))
        .Build();
}
