using System.Diagnostics;
using System.Text.RegularExpressions;
using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.People.Graph;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>
/// Graph's library is nearly fifty megabytes, and the others are not small: a process pays for what it uses. What looks through all of the
/// bot's types loads whatever one of them stands on.
/// </summary>
public sealed partial class LoadedLibrariesTests
{
    private static readonly string[] OnlyWhenUsed =
        ["Microsoft.Graph", "Microsoft.Kiota.Abstractions", "OpenTelemetry", "Azure.Storage.Blobs", "Npgsql", "PdfSharp"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [SkippableTheory]
    [InlineData("Graph:Absence=false")]
    [InlineData("Graph:Absence=true", "Microsoft.Graph", "Microsoft.Kiota.Abstractions")]
    [InlineData("Telemetry:OtlpEndpoint=http://127.0.0.1:9", "OpenTelemetry")]
    public async Task What_Is_Switched_Off_Is_Not_Loaded(string setting, params string[] loaded)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "What a process has loaded is read from /proc.");
        using var folder = new TempFolder();
        await using var graph = await LoopbackGraph.StartAsync();
        graph.Replies[Cast.Manager.ObjectId.ToString()] = new() { ["status"] = "disabled" };
        using var process = Start(folder, [$"--{setting}", $"--Graph:BaseUrl={graph.Address}"]);
        try
        {
            var endpoint = new Uri(await AddressAsync(process), "/api/messages");
            await using var teams = await LocalTeamsServer.StartAsync(new() { BotEndpoint = endpoint, BotPatience = Patience });
            await teams.InstallInTeamAsync();
            await teams.As(Cast.Manager).SayAsync("cases");

            if (loaded.Contains("Microsoft.Graph"))
            {
                await teams.UntilAsync(() => IsAsked(graph), Patience); // the answer does not wait long for it
            }

            Assert.Equal(loaded.Contains("Microsoft.Graph"), IsAsked(graph));
            var maps = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
            Assert.Contains("/Rowcroft.TeamsBot.dll", maps, StringComparison.Ordinal);
            Assert.Equal(loaded, OnlyWhenUsed.Where(library => maps.Contains($"/{library}.dll", StringComparison.Ordinal)));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static bool IsAsked(LoopbackGraph graph) => graph.Requests.Any(request => request.Contains("mailboxSettings", StringComparison.Ordinal));

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
