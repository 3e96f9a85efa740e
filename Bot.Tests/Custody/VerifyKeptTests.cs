using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary><c>dotnet run --project Bot -- verify</c></summary>
public sealed class VerifyKeptTests
{
    [SkippableTheory, BothDatabases]
    public async Task All_As_It_Was_Is_Exit_Code_0_And_Totals(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        await rig.DecideAsync(await rig.OpenAsync(screenshots: 2));

        Assert.Equal((0, "1 cases, 2 events, 2 files, 0 certificates of deleted cases: all as they were."), await VerifyAsync(rig));
    }

    [Fact]
    public async Task Any_Difference_Is_A_Line_And_Exit_Code_1_And_Nothing_Is_Told_Or_Changed()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync(screenshots: 2);
        await rig.OpenAsync(new CaseBuilder(), screenshots: 0);
        await rig.FlipByteAsync(@case.Evidence[0]);
        await rig.ChangeAsync("DELETE FROM \"CaseEvents\" WHERE \"Sequence\" = 1 AND \"CaseId\" IN (SELECT \"Id\" FROM \"Cases\" WHERE \"Number\" = 2)");

        var (exitCode, output) = await VerifyAsync(rig);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "rowcroft: case RMC-2026-0002: The record of events is broken at event 1: it was changed, removed or moved.",
                $"rowcroft: case RMC-2026-0001, file {@case.Evidence[0].Id} (SHA-256 {@case.Evidence[0].Sha256}): The file is not what was sealed: its content has changed.",
                "2 cases, 1 events, 2 files, 0 certificates of deleted cases: 2 not as they were.",
            ],
            output.Split('\n'));
        Assert.Empty(await rig.OwedAsync(CustodyAnnouncer.Alert));
    }

    [Fact]
    public async Task Every_Practice_In_The_Database_Is_Read()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.ChangeAsync("INSERT INTO \"Practices\" (\"Practice\", \"TeamId\", \"ReferencePrefix\", \"Choices\", \"Version\") VALUES ('another', 'x', 'AMC', '{{}}', 1)");
        rig.Get<Practices>().Forget();
        var other = (await rig.Get<CaseRecorder>().OpenAsync(
            new CaseBuilder().In(new PracticeId("another")).WithoutEvidence().Report(), now => now, default)).Case;
        await rig.ChangeAsync("UPDATE \"CaseEvents\" SET \"PreviousHash\" = 'x'");

        Assert.Equal((1, $"another: case {other.Reference}: The record of events is broken at event 1: it was changed, removed or moved."),
            await VerifyAsync(rig) is var (code, lines) ? (code, lines.Split('\n')[0]) : default);
    }

    [Fact]
    public async Task From_The_Command_Line_Without_A_Database_It_Says_So_And_Ends_With_1()
    {
        using var folder = new TempFolder();
        await using var output = new StringWriter();
        string[] args =
        [
            "verify", "--environment=Development", $"--Storage:Path={folder.File("bot.db")}", $"--Evidence:Path={folder.File("evidence")}",
            $"--contentRoot={folder.File()}", "--Logging:LogLevel:Default=None",
        ];

        Assert.Equal(1, await CommandLine.RunAsync(args, output, TextWriter.Null));
        Assert.Contains("so nothing could be verified", output.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await CommandLine.RunAsync(["migrate", .. args[1..]], TextWriter.Null, TextWriter.Null));
        await using var again = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync(args, again, TextWriter.Null));
        Assert.Equal("0 cases, 0 events, 0 files, 0 certificates of deleted cases: all as they were.", again.ToString().Trim());
        TestDatabase.Forget(folder.File("bot.db"));
    }

    [Fact]
    public async Task From_The_Command_Line_A_Changed_File_Is_Named_And_Ends_With_1()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync(screenshots: 2);
        string[] args = ["verify", "--environment=Development", "--Logging:LogLevel:Default=None", .. rig.Places];
        await using var before = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync(args, before, TextWriter.Null));
        Assert.EndsWith("2 files, 0 certificates of deleted cases: all as they were.", before.ToString().Trim(), StringComparison.Ordinal);

        await rig.FlipByteAsync(@case.Evidence[1]);
        await using var after = new StringWriter();
        Assert.Equal(1, await CommandLine.RunAsync(args, after, TextWriter.Null));
        Assert.Contains($"case RMC-2026-0001, file {@case.Evidence[1].Id}", after.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> VerifyAsync(CustodyRig rig)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var exitCode = await rig.Get<VerifyKept>().RunAsync(output, default);
        return (exitCode, output.ToString().Trim());
    }
}
