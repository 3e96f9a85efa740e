using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>The Bicep in <c>infra/</c>: without a warning, each part short, and only settings that the bot reads.</summary>
public sealed partial class TemplateTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "infra");

    private static readonly string Bicep = typeof(TemplateTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Bicep").Value!;

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .Select(file => Path.GetRelativePath(Folder, file))
            .Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [InlineData("**/*.bicep")]
    [InlineData("*.bicepparam")]
    public async Task Bicep_Has_Nothing_To_Say(string files) => Assert.Equal((0, ""), await RunAsync("lint", "--pattern", files));

    [SkippableFact]
    public async Task The_Template_Builds() => Assert.Equal((0, ""), await RunAsync("build", "main.bicep", "--outfile", "/dev/null"));

    [SkippableFact]
    public async Task A_Warning_Would_Be_Seen()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("main.bicep"), "param nobodyUsesThis string\n");

        Assert.Contains("no-unused-params", (await RunAsync("lint", folder.File("main.bicep"))).Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void One_Concern_Fits_In_120_Lines(string file) =>
        Assert.InRange(File.ReadLines(Path.Combine(Folder, file)).Count(), 1, 120);

    [Fact]
    public void The_Template_Sets_Only_What_The_Bot_Reads()
    {
        var set = SettingName().Matches(File.ReadAllText(Path.Combine(Folder, "settings.bicep"))).Select(match => match.Value).Distinct().ToList();

        Assert.NotEmpty(set);
        Assert.Empty(set.Except(SettingsOfTheBot()));
    }

    /// <summary>Every property of every options class, as an environment variable names it.</summary>
    private static IEnumerable<string> SettingsOfTheBot() =>
        from type in typeof(BotApplication).Assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
        where section is { IsLiteral: true }
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        select $"{section.GetRawConstantValue()}__{property.Name}";

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists(Bicep), $"Bicep is not at {Bicep}: it is restored with the tests, for Linux on x64.");
        var start = new ProcessStartInfo(Bicep, args)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", // a bare machine has no tables of cultures
                ["PRACTICE_MANAGERS"] = "manager@practice.example",
                ["PRACTICE_DEPUTIES"] = "partner@practice.example",
                ["POSTGRES_PASSWORD"] = "read-by-nobody",
            },
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await errors).Trim());
    }

    [GeneratedRegex(@"\b[A-Z]\w*__\w+")]
    private static partial Regex SettingName();
}
