using System.Diagnostics;
using Npgsql;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// A throw-away PostgreSQL server for this test run: made at the first test that wants one, gone soon after the process ends. It keeps
/// nothing safe and listens on loopback only.
/// </summary>
internal sealed class PostgresServer
{
    internal const string NotInstalled = "PostgreSQL is not installed: no initdb under /usr/lib/postgresql/*/bin or on the PATH.";
    private const string User = "rowcroft";
    private static readonly Lazy<(PostgresServer? Server, string? WhyNot)> Started = new(Start);

    private readonly string _bin;
    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string bin, string folder, int port) => (_bin, _folder, _port) = (bin, folder, port);

    /// <summary>The server; where there is none to be had, the calling test is skipped with the reason.</summary>
    public static PostgresServer Require()
    {
        var (server, whyNot) = Started.Value;
        Skip.If(server is null, whyNot);
        return server!;
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username={User};Database={database};Include Error Detail=true;Maximum Pool Size=30;Timeout=60;Command Timeout=60";

    public async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static (PostgresServer?, string?) Start()
    {
        if (FindBin() is not { } bin)
        {
            return (null, NotInstalled);
        }

        var folder = MakeFolder();
        var data = Path.Combine(folder, "data");
        RunAsPostgres(Path.Combine(bin, "initdb"), "-D", data, "-U", User, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        var server = new PostgresServer(bin, folder, FreePort.Take());
        RunAsPostgres(
            Path.Combine(bin, "pg_ctl"), "-D", data, "-w", "-s", "-l", Path.Combine(folder, "log"), "-o", server.Settings(), "start");
        server.StopWhenThisProcessEnds();
        return (server, null);
    }

    private string Settings() =>
        $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=300 " +
        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

    /// <summary>The test runner does not wait for what a test process does at its end, so a shell outside of it does it.</summary>
    private void StopWhenThisProcessEnds()
    {
        var stop = $"'{_bin}/pg_ctl' -D '{_folder}/data' -w -s -m immediate stop";
        var asPostgres = Environment.IsPrivilegedProcess ? "runuser -u postgres -- " + stop : stop;
        var wait = $"while kill -0 {Environment.ProcessId} 2>/dev/null; do sleep 1; done";
        Run("/bin/sh", "-c", $"({wait}; {asPostgres}; rm -rf '{_folder}') >/dev/null 2>&1 </dev/null &");
    }

    internal static string? FindBin()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return installed.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    /// <summary>A folder in which PostgreSQL may write.</summary>
    internal static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("rowcroft-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
        }

        return folder;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    internal static void RunAsPostgres(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        }
        else
        {
            Run(program, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetTempPath() })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
