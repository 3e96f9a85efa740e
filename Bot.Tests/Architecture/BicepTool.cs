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
    private static readonly Lazy<Task<string>> Compiled = new(CompileAsync);

    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    public static Task<(int ExitCode, string Output)> RunAsync(params string[] args) => RunAsync([], args);

    /// <summary>What a deployment with this parameter file would make, as far as it is known before: names, types and properties.</summary>
    /// <param name="environment">What whoever deploys has exported beside what everybody must.</param>
    public static async Task<DeployedTemplate> DeployAsync(string parameters, params (string Name, string Value)[] environment) =>
        await ReadAsync(await Deployed.GetOrAdd(
            $"{parameters} {string.Join(' ', environment)}", _ => new Lazy<Task<string>>(() => ExpandAsync(parameters, environment))).Value);

    /// <summary>The same with parameters of one's own beside those that everybody must give.</summary>
    public static async Task<DeployedTemplate> DeployWithAsync(string parameters, string practice = "{ managers: ['a'], deputies: [] }")
    {
        using var folder = new TempFolder();
        return await ReadAsync(await SnapshotAsync(await WriteParametersAsync(folder, parameters, practice)));
    }

    /// <summary>What Bicep says of such parameters.</summary>
    public static async Task<(int ExitCode, string Output)> CheckAsync(string parameters)
    {
        using var folder = new TempFolder();
        return await RunAsync("build-params", await WriteParametersAsync(folder, parameters, "{ managers: ['a'], deputies: [] }"));
    }

    /// <summary>The value of an expression in Bicep that is written against the template's own files.</summary>
    /// <param name="imports">What it needs of which file in <c>infra/</c>.</param>
    public static async Task<JsonNode> EvaluateAsync(string type, string expression, params (string What, string File)[] imports)
    {
        using var folder = new TempFolder();
        var lines = imports.Select(import => $"import {{ {import.What} }} from '{Seen(folder, import.File)}'");
        await File.WriteAllTextAsync(folder.File("probe.bicep"), string.Join('\n', [.. lines, $"output value {type} = {expression}", ""]));
        await File.WriteAllTextAsync(folder.File("probe.bicepparam"), "using 'probe.bicep'\n");
        return JsonNode.Parse(await SnapshotAsync(folder.File("probe.bicepparam")))!["outputs"]!["value"]!;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<(string Name, string Value)> environment, params string[] args)
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
                ["DATABASE_ADMINISTRATOR_ADDRESS"] = "", // whatever the developer's own shell says
                ["PUBLIC_FOR_NOW"] = "",
            },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await errors).Trim());
    }

    private static async Task<string> ExpandAsync(string parameters, (string Name, string Value)[] environment)
    {
        using var folder = new TempFolder();
        var copy = folder.File("infra");
        Copy(Folder, copy);
        return await SnapshotAsync(Path.Combine(copy, parameters), environment);
    }

    private static async Task<string> CompileAsync()
    {
        using var folder = new TempFolder();
        var (exitCode, output) = await RunAsync("build", "main.bicep", "--outfile", folder.File("main.json"));
        Assert.True(exitCode == 0, output);
        return await File.ReadAllTextAsync(folder.File("main.json"));
    }

    private static async Task<string> SnapshotAsync(string file, params (string Name, string Value)[] environment)
    {
        var (exitCode, output) = await RunAsync(
            environment,
            "snapshot", file, "--resource-group", "rg", "--location", "uksouth",
            "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002");
        Assert.True(exitCode == 0, output);
        return await File.ReadAllTextAsync(Path.ChangeExtension(file, ".snapshot.json"));
    }

    private static async Task<DeployedTemplate> ReadAsync(string snapshot) =>
        new(JsonNode.Parse(snapshot)!, new CompiledTemplate(JsonNode.Parse(await Compiled.Value)!));

    private static async Task<string> WriteParametersAsync(TempFolder folder, string parameters, string practice)
    {
        var file = folder.File("given.bicepparam");
        await File.WriteAllTextAsync(
            file,
            $$"""
            using '{{Seen(folder, "main.bicep")}}'
            param practice = {{practice.Trim()}}
            param databaseAdministrator = { objectId: '00000000-0000-0000-0000-00000000000a', name: 'administrator@practice.example', type: 'User' }
            param signInClientId = '00000000-0000-0000-0000-00000000000b'
            {{parameters}}

            """);
        return file;
    }

    /// <summary>The path of one of the template's files, as a file in this folder has to write it.</summary>
    private static string Seen(TempFolder folder, string file) => Path.GetRelativePath(folder.File(), Path.Combine(Folder, file));

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
