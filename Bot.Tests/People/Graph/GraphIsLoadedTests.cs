using System.Diagnostics;
using System.Text.RegularExpressions;
using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.People.Graph;

/// <summary>Microsoft's library is nearly fifty megabytes: a process that asks Graph nothing must not pay for it.</summary>
public sealed partial class GraphIsLoadedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_A_Process_That_Asks_Graph_Loads_Its_Library(bool on)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "What a process has loaded is read from /proc.");
        using var folder = new TempFolder();
        await using var graph = await LoopbackGraph.StartAsync();
        graph.Replies[Cast.Manager.ObjectId.ToString()] = new() { ["status"] = "disabled" };
        using var process = Start(folder, [$"--Graph:Absence={on}", $"--Graph:BaseUrl={graph.Address}"]);
        try
        {
            var endpoint = new Uri(await AddressAsync(process), "/api/messages");
            await using var teams = await LocalTeamsServer.StartAsync(new() { BotEndpoint = endpoint });
            await teams.InstallInTeamAsync();
            await teams.As(Cast.Manager).SayAsync("cases");

            Assert.Equal(on, graph.Requests.Any(request => request.Contains("mailboxSettings", StringComparison.Ordinal)));
            var loaded = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
            Assert.Contains("Rowcroft.TeamsBot.dll", loaded, StringComparison.Ordinal);
            Assert.Equal(on, loaded.Contains("Microsoft.Graph.dll", StringComparison.Ordinal));
            Assert.Equal(on, loaded.Contains("Microsoft.Kiota.Abstractions.dll", StringComparison.Ordinal));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static Process Start(TempFolder folder, IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(BotApplication).Assembly.Location, "--environment=Development", "--urls=http://127.0.0.1:0",
                .. BotSetup.Settings(folder.File()).Select(setting => $"--{setting.Key}={setting.Value}"), .. settings,
            ])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.File(),
        };
        start.Environment.Remove("MicrosoftAppId");
        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        using var end = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(end.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException("The bot ended before it listened.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
