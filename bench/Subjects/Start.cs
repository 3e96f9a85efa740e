using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rowcroft.Bench.Connector;

namespace Rowcroft.Bench.Subjects;

/// <summary>How each subject is started.</summary>
internal static class Start
{
    public static Task<SubjectProcess> FloorAsync() => OwnRoleAsync("floor");

    public static Task<SubjectProcess> EchoAsync() => OwnRoleAsync("echo");

    /// <param name="folder">Where it keeps pictures.</param>
    public static Task<SubjectProcess> BareAsync(string folder) => OwnRoleAsync("bare", folder);

    /// <summary>The packages are installed from the lock file on first use; the bot is pure JavaScript, so nothing is built.</summary>
    public static async Task<SubjectProcess> JavaScriptAsync()
    {
        if (!Directory.Exists(Path.Combine(SubjectPaths.JavaScript, "node_modules", "botbuilder")))
        {
            await RunToEndAsync(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = SubjectPaths.JavaScript });
        }

        var port = FreePort();
        var start = new ProcessStartInfo("node", ["echo.js", port.ToString()]) { WorkingDirectory = SubjectPaths.JavaScript };
        start.Environment["NODE_ENV"] = "production";
        return await SubjectProcess.StartAsync("echo on botbuilder-js", port, start);
    }

    /// <summary>The bot as it runs on a developer's machine: no app id, SQLite, everything it keeps in one folder.</summary>
    public static Task<SubjectProcess> BotAsync(string folder, params string[] settings)
    {
        var port = FreePort();
        return SubjectProcess.StartAsync(Subject.Bot, port, new ProcessStartInfo(
            "dotnet",
            [
                SubjectPaths.Bot,
                $"--urls=http://127.0.0.1:{port}",
                "--environment=Development",
                $"--contentRoot={SubjectPaths.BotContent}",
                "--Logging:LogLevel:Default=Warning",
                $"--Storage:Path={Path.Combine(folder, "bench.db")}",
                $"--Evidence:Path={Path.Combine(folder, "evidence")}",
                $"--Practice:TenantId={Staff.TenantId}",
                $"--Practice:Managers:0={Staff.Manager}",
                $"--Practice:Deputies:0={Staff.Deputy}",
                .. settings,
            ]));
    }

    private static Task<SubjectProcess> OwnRoleAsync(string role, params string[] more)
    {
        var port = FreePort();
        return SubjectProcess.StartAsync(role, port, new ProcessStartInfo("dotnet", [SubjectPaths.Bench, role, port.ToString(), .. more]));
    }

    private static async Task RunToEndAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
