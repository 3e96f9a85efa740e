using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.Viewing;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>What an administrator reads who starts the bot with something missing or wrong.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Staging")]
    [InlineData(null, null)]
    public async Task Without_An_App_Id_The_Process_Ends_With_One_Sentence_And_Exit_Code_1(string? variable, string? environment)
    {
        var (exitCode, output, errors) = await RunProcessAsync(variable, environment);
        Assert.Equal((1, "", BotCredentials.MissingAppId), (exitCode, output, errors.Trim()));
    }

    [Fact]
    public async Task The_Sentence_Says_What_To_Do_And_That_Works()
    {
        Assert.Contains("DOTNET_ENVIRONMENT=Development", BotCredentials.MissingAppId, StringComparison.Ordinal);
        var (exitCode, _, errors) = await RunProcessAsync("DOTNET_ENVIRONMENT", "Development", "migrate");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.True(File.Exists(_folder.File("bot.db")));
    }

    [Fact]
    public async Task Without_A_Tenant_It_Starts_Only_In_Development() => Assert.Equal(
        (1, BotCredentials.MissingTenant),
        await RunAsync("--environment=Production", "--MicrosoftAppId=11111111-1111-1111-1111-111111111111"));

    [Theory]
    [InlineData("MultiTenant")]
    [InlineData("")] // which Bot Framework takes for the same
    [InlineData("SingelTenant")]
    public async Task A_Bot_For_Several_Tenants_Does_Not_Start(string type) => Assert.Equal(
        (1, BotCredentials.OneTenant),
        await RunAsync(
            "--environment=Production", "--MicrosoftAppId=11111111-1111-1111-1111-111111111111", $"--MicrosoftAppType={type}",
            "--Practice:TenantId=7e4a0000-0000-4000-8000-000000000001"));

    [Fact]
    public async Task A_Mistyped_Command_Does_Not_Start_The_Bot()
    {
        await using var errors = new StringWriter();
        Assert.Equal(1, await CommandLine.RunAsync(["slftest", "--environment=Development"], TextWriter.Null, errors));
        Assert.Equal(
            "There is no command \"slftest\". There are: erase, migrate, package, selftest, subject-access, verify. Without a command the bot runs.",
            errors.ToString().Trim());
    }

    [Theory]
    [InlineData("Practice:TenantId=rowcroft.nhs.uk", "Practice:TenantId must be the directory (tenant) id that Entra shows, such as 11111111-2222-3333-4444-555555555555.")]
    [InlineData("Practice:TimeZone=Atlantis/Capital", "Practice:TimeZone is not a time zone this machine knows, such as Europe/London.")]
    [InlineData("Practice:ReferencePrefix=R-1", "ReferencePrefix")]
    [InlineData("Practice:Id=Rowcroft Medical", "Id")]
    [InlineData("Practice:DecisionWorkingDays=0", "DecisionWorkingDays")]
    [InlineData("Practice:DecisionWorkingDays=soon", "Practice:DecisionWorkingDays")]
    [InlineData("Practice:Closures:0=Christmas", "Practice:Closures must be dates such as 2026-12-24.")]
    [InlineData("Evidence:AllowedHosts:0=*", "Evidence:AllowedHosts must hold names")]
    [InlineData("Storage:Provider=Postgres", "Storage:ConnectionString")]
    [InlineData("Storage:Provider=Oracle", "Storage:Provider")]
    [InlineData("Bot:PublicUrl=http://bot.example.org", "Bot:PublicUrl must be an https address")]
    public async Task A_Wrong_Setting_Is_One_Sentence_That_Names_It(string setting, string sentence)
    {
        var (exitCode, errors) = await RunAsync("--environment=Development", $"--{setting}");
        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, Assert.Single(errors.Split(Environment.NewLine)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Managed_Identity_Needs_Somebody_Else_To_Sign_In_To()
    {
        string[] args =
        [
            "--environment=Production", "--MicrosoftAppId=11111111-1111-1111-1111-111111111111", "--MicrosoftAppType=UserAssignedMSI",
            "--MicrosoftAppTenantId=7e4a0000-0000-4000-8000-000000000001", "--Practice:TenantId=7e4a0000-0000-4000-8000-000000000001",
            "--Bot:PublicUrl=https://bot.example.org",
        ];
        Assert.Equal((1, SignInOptions.NobodySignsInToAnIdentity), await RunAsync(args));
    }

    [Fact]
    public async Task Three_Wrong_Settings_Are_Three_Sentences()
    {
        var (_, errors) = await RunAsync(
            "--environment=Development", "--Practice:Id=A", "--Practice:TimeZone=Nowhere", "--Practice:DecisionWorkingDays=99");
        Assert.Equal(3, errors.Split(Environment.NewLine).Length);
    }

    [Fact]
    public async Task A_Port_That_Is_Taken_Is_One_Sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (exitCode, errors) = await RunAsync("--environment=Development", $"--urls=http://{taken.LocalEndpoint}");
        Assert.Equal(1, exitCode);
        Assert.Contains("address already in use", Assert.Single(errors.Split(Environment.NewLine)), StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string> Harmless =>
    [
        $"--Storage:Path={_folder.File("bot.db")}",
        $"--Evidence:Path={_folder.File("evidence")}",
        $"--contentRoot={_folder.File()}",
        "--Logging:LogLevel:Default=None",
    ];

    private async Task<(int ExitCode, string Errors)> RunAsync(params string[] args)
    {
        await using var errors = new StringWriter();
        var exitCode = await CommandLine.RunAsync(["--urls=http://127.0.0.1:0", .. args, .. Harmless], TextWriter.Null, errors).WaitAsync(TimeSpan.FromSeconds(60));
        return (exitCode, errors.ToString().Trim());
    }

    /// <summary>As an administrator would start it.</summary>
    private async Task<(int ExitCode, string Output, string Errors)> RunProcessAsync(string? variable, string? environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BotApplication).Assembly.Location, .. args, .. Harmless])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.File(),
        };
        foreach (var name in new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "MicrosoftAppId" })
        {
            start.Environment.Remove(name);
        }

        if (variable is not null)
        {
            start.Environment[variable] = environment;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
