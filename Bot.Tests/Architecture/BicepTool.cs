using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>The Bicep that is restored with the tests, on the template in <c>infra/</c>.</summary>
internal static class BicepTool
{
    private static readonly string Program = typeof(BicepTool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Bicep").Value!;

    // Expanded once in a run: it takes Bicep some seconds. As text, because two tests may not read one tree at the same time.
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Deployed = new();

    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists(Program), $"Bicep is not at {Program}: it is restored with the tests, for Linux on x64.");
        var start = new ProcessStartInfo(Program, args)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", // a bare machine has no tables of cultures
                ["PRACTICE_MANAGERS"] = "manager@practice.example",
                ["PRACTICE_DEPUTIES"] = "partner@practice.example",
                ["DATABASE_ADMINISTRATOR_ID"] = "00000000-0000-0000-0000-00000000000a",
                ["DATABASE_ADMINISTRATOR_NAME"] = "administrator@practice.example",
                ["SIGN_IN_CLIENT_ID"] = "00000000-0000-0000-0000-00000000000b",
                ["ALERT_EMAILS"] = "manager@practice.example",
            },
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await errors).Trim());
    }

    /// <summary>What a deployment with this parameter file would make, as far as it is known before: names, types and properties.</summary>
    public static async Task<DeployedTemplate> DeployAsync(string parameters) =>
        new(JsonNode.Parse(await Deployed.GetOrAdd(parameters, each => new Lazy<Task<string>>(() => ExpandAsync(each))).Value)!);

    /// <summary>The value of an expression in Bicep that is written against the template's own files.</summary>
    /// <param name="imports">What it needs of which file in <c>infra/</c>.</param>
    public static async Task<JsonNode> EvaluateAsync(string type, string expression, params (string What, string File)[] imports)
    {
        using var folder = new TempFolder();
        var lines = imports.Select(import =>
            $"import {{ {import.What} }} from '{Path.GetRelativePath(folder.File(), Path.Combine(Folder, import.File))}'");
        await File.WriteAllTextAsync(folder.File("probe.bicep"), string.Join('\n', [.. lines, $"output value {type} = {expression}", ""]));
        await File.WriteAllTextAsync(folder.File("probe.bicepparam"), "using 'probe.bicep'\n");
        return JsonNode.Parse(await SnapshotAsync(folder.File("probe.bicepparam")))!["outputs"]!["value"]!;
    }

    private static async Task<string> ExpandAsync(string parameters)
    {
        using var folder = new TempFolder();
        var copy = folder.File("infra");
        Copy(Folder, copy);
        return await SnapshotAsync(Path.Combine(copy, parameters));
    }

    private static async Task<string> SnapshotAsync(string file)
    {
        var (exitCode, output) = await RunAsync(
            "snapshot", file, "--resource-group", "rg", "--location", "uksouth",
            "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002");
        Assert.True(exitCode == 0, output);
        return await File.ReadAllTextAsync(Path.ChangeExtension(file, ".snapshot.json"));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
