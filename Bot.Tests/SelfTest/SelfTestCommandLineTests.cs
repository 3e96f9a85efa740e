using Microsoft.Extensions.Configuration;
using Rowcroft.LocalTeams;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SelfTest;

/// <summary><c>dotnet run --project Bot -- selftest</c>, as it is.</summary>
public sealed class SelfTestCommandLineTests
{
    [Fact]
    public async Task Beside_A_Bot_In_Order_All_Is_Fine()
    {
        await using var practice = await PracticeInTeams.StartAsync(start: TimeProvider.System.GetUtcNow());
        await practice.Manager.InstallAsync();
        await practice.Deputy.InstallAsync();
        var configuration = practice.Get<IConfiguration>();
        string[] names = ["Practice:TenantId", "Practice:Managers:0", "Practice:Administrators:0", "Practice:Deputies:0", "Storage:Path", "Evidence:Path"];

        var (exitCode, lines) = await RunAsync([.. BotSetup.Args, .. names.Select(name => $"--{name}={configuration[name]}")]);

        // The guidance is to be read again by a day that may be over when this runs; its line has a test of its own (PracticeChecksTests).
        var isOld = lines.Any(line => line.StartsWith("look   Guidance:", StringComparison.Ordinal));
        Assert.True(exitCode == (isOld ? 2 : 0), string.Join('\n', lines));
        Assert.Contains("fine   Start: The bot has started.", lines);
        Assert.Contains("fine   Evidence store: The evidence store takes, gives and deletes files.", lines);
        Assert.All(
            lines.Where(line => !line.Contains("Guidance", StringComparison.Ordinal)), line => Assert.StartsWith("fine   ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_A_Database_It_Says_That_Alone_And_Leaves_Nothing_Behind()
    {
        using var folder = new TempFolder();
        var (exitCode, lines) = await RunAsync(Where(folder));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            ["BROKEN Start: There is no database where Storage points to. Nothing else was looked at.", "       To do: Check Storage:Provider, Storage:Path and Storage:ConnectionString."],
            lines);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File()));
    }

    [Fact]
    public async Task An_Older_Database_Is_Named_And_Not_Changed()
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("bot.db"), []);
        var (exitCode, lines) = await RunAsync(Where(folder));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("BROKEN Start: The database is not of this version (dotnet run --project Bot -- migrate brings it up to date).", lines[0], StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(folder.File("bot.db")).Length);
    }

    private static string[] Where(TempFolder folder) =>
        ["--environment=Development", $"--contentRoot={folder.File()}", $"--Storage:Path={folder.File("bot.db")}", $"--Evidence:Path={folder.File("evidence")}"];

    private static async Task<(int ExitCode, string[] Lines)> RunAsync(string[] args)
    {
        await using var output = new StringWriter();
        var exitCode = await CommandLine.RunAsync(["selftest", .. args, "--Logging:LogLevel:Default=None"], output, TextWriter.Null);
        return (exitCode, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
