using Npgsql;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

/// <summary>A PostgreSQL server of one test's own, which asks for passwords as in the cloud and can be away.</summary>
internal sealed class LockedPostgres : IDisposable
{
    private const string Owner = "owner";
    private const string OwnersPassword = "the owner's";

    private readonly string _bin;
    private readonly string _folder;
    private readonly int _port;
    private bool _runs;

    private LockedPostgres(string bin, string folder, int port) => (_bin, _folder, _port) = (bin, folder, port);

    private string Data => Path.Combine(_folder, "data");

    /// <summary>It is away until it is started.</summary>
    public static LockedPostgres Require()
    {
        var bin = PostgresServer.FindBin();
        Skip.If(bin is null, PostgresServer.NotInstalled);
        var server = new LockedPostgres(bin!, PostgresServer.MakeFolder(), FreePort.Take());
        var password = Path.Combine(server._folder, "password");
        File.WriteAllText(password, OwnersPassword);
        PostgresServer.RunAsPostgres(
            Path.Combine(bin!, "initdb"), "-D", server.Data, "-U", Owner, "-A", "scram-sha-256", $"--pwfile={password}", "--no-sync", "-E", "UTF8", "--locale=C");
        return server;
    }

    public void Start()
    {
        PostgresServer.RunAsPostgres(
            Path.Combine(_bin, "pg_ctl"), "-D", Data, "-w", "-s", "-l", Path.Combine(_folder, "log"), "-o",
            $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off", "start");
        _runs = true;
    }

    /// <summary>A role with its own database, as the steps of a deployment make them.</summary>
    public async Task AddBotAsync(string password)
    {
        await RunAsync($"CREATE ROLE bot LOGIN PASSWORD '{password}'");
        await RunAsync("CREATE DATABASE bot OWNER bot");
    }

    public string ConnectionString(string? password = null) =>
        $"Host=127.0.0.1;Port={_port};Database=bot;Username=bot;Timeout=60{(password is null ? "" : $";Password={password}")}";

    public async Task RunAsync(string sql)
    {
        var connectionString = $"Host=127.0.0.1;Port={_port};Database=postgres;Username={Owner};Password={OwnersPassword};Pooling=false";
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        if (_runs)
        {
            PostgresServer.RunAsPostgres(Path.Combine(_bin, "pg_ctl"), "-D", Data, "-w", "-s", "-m", "immediate", "stop");
        }

        Directory.Delete(_folder, recursive: true);
    }
}
