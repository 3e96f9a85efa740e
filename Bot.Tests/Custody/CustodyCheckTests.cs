using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>Whatever is done to what is kept, the check names it; whatever people do with the bot, it does not.</summary>
public sealed class CustodyCheckTests
{
    [SkippableTheory, BothDatabases]
    public async Task What_Nobody_Has_Touched_Is_As_It_Was(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        var asked = await rig.ApplyAsync(await rig.OpenAsync(screenshots: 2), @case => @case.Ask(new AskCommand(1, "Where?"), CaseBuilder.Mona, CaseBuilder.Wednesday));
        var answered = await rig.ApplyAsync(asked, @case => @case.Answer(new AnswerCommand("There"), CaseBuilder.Ann, CaseBuilder.Wednesday));
        var decided = await rig.DecideAsync(answered, DecisionOutcome.LegalAdvice);
        var released = await rig.ApplyAsync(decided, @case => @case.ReleaseHold("Over", CaseBuilder.Mona, CaseBuilder.Wednesday));
        await rig.ApplyAsync(released, @case => @case.PlaceHold("Again", CaseBuilder.Dev, CaseBuilder.Wednesday));
        await rig.ApplyAsync(await rig.OpenAsync(screenshots: 0), @case => @case.Withdraw(CaseBuilder.Ann, CaseBuilder.Wednesday));
        await rig.SealAsync(new CaseId(Guid.NewGuid()), "not sent yet.png");

        var report = await rig.CheckAsync();

        Assert.Empty(report.Findings);
        Assert.Equal((2, 9, 3), (report.Cases, report.Events, report.Files));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Flipped_Byte_Names_The_File_And_The_Case(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        await rig.OpenAsync();
        var @case = await rig.OpenAsync(screenshots: 3);
        await rig.FlipByteAsync(@case.Evidence[1]);

        var finding = Assert.Single((await rig.CheckAsync()).Findings);

        Assert.Equal((FindingKind.FileChanged, "RMC-2026-0002", @case.Evidence[1].Id), (finding.Kind, finding.Reference, finding.File!.Id));
    }

    [Fact]
    public async Task A_Flipped_Byte_Of_A_File_In_Quarantine_Is_Found_Too()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync(screenshots: 2);
        await rig.ChangeAsync("UPDATE \"Evidence\" SET \"State\" = 'Quarantined'");
        Assert.Empty((await rig.CheckAsync()).Findings);
        await rig.FlipByteAsync(@case.Evidence[1]);

        Assert.Equal((FindingKind.FileChanged, @case.Evidence[1].Id), Assert.Single((await rig.CheckAsync()).Findings.Select(finding => (finding.Kind, finding.File!.Id))));
    }

    [Fact]
    public async Task A_Missing_File_And_A_Lost_Key_Are_Told_Apart()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync(screenshots: 2);
        File.Delete(await rig.PathOfAsync(@case.Evidence[0]));
        await rig.ChangeAsync($"UPDATE \"Evidence\" SET \"WrappedKey\" = NULL WHERE \"Sha256\" = '{@case.Evidence[1].Sha256}'");

        Assert.Equal(
            [(FindingKind.FileMissing, @case.Evidence[0].Id), (FindingKind.FileUnreadable, @case.Evidence[1].Id)],
            (await rig.CheckAsync()).Findings.Select(finding => (finding.Kind, finding.File!.Id)));
    }

    [Fact]
    public async Task A_Lost_Key_Ring_Makes_Every_File_A_Finding_And_Nothing_Fails()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.OpenAsync(screenshots: 2);
        await rig.ChangeAsync("DELETE FROM \"DataProtectionKeys\"");

        var afterwards = rig.StartInstance().GetRequiredService<CustodyCheck>();

        var report = await afterwards.RunAsync(CaseBuilder.Practice, CheckPace.AsFastAsItGoes(rig.Time), default);
        Assert.Equal([FindingKind.FileUnreadable, FindingKind.FileUnreadable], report.Findings.Select(finding => finding.Kind));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Deleted_A_Changed_And_A_Swapped_Event_Name_The_Case_And_The_Place(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        var cases = new List<Case>();
        for (var number = 0; number < 4; number++)
        {
            cases.Add(await AskedAndAnsweredAsync(rig));
        }

        await rig.ChangeAsync($"DELETE FROM \"CaseEvents\" WHERE {Of(provider, cases[0])} AND \"Sequence\" = 2");
        await rig.ChangeAsync($"DELETE FROM \"CaseEvents\" WHERE {Of(provider, cases[1])} AND \"Sequence\" = 3");
        await rig.ChangeAsync($"UPDATE \"CaseEvents\" SET \"Json\" = REPLACE(\"Json\", 'Where?', 'Who?') WHERE {Of(provider, cases[2])} AND \"Sequence\" = 2");
        foreach (var (from, to) in new[] { (2, 99), (3, 2), (99, 3) })
        {
            await rig.ChangeAsync($"UPDATE \"CaseEvents\" SET \"Sequence\" = {to} WHERE {Of(provider, cases[3])} AND \"Sequence\" = {from}");
        }

        Assert.Equal(
            [("RMC-2026-0001", 2), ("RMC-2026-0002", 3), ("RMC-2026-0003", 2), ("RMC-2026-0004", 2)],
            (await rig.CheckAsync()).Findings.Where(finding => finding.Kind == FindingKind.ChainBroken)
                .Select(finding => (finding.Reference!, finding.Place!.Value)));
    }

    [Fact]
    public async Task An_Event_That_Was_Rewritten_Hash_And_All_Until_It_Reads_Like_None_Is_Broken_Too()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.OpenAsync();
        var json = """{"event":"exploded"}""";
        var hash = CaseChain.Hash(CaseChain.Start, json);
        await rig.ChangeAsync($"UPDATE \"CaseEvents\" SET \"Json\" = '{json.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}', \"Hash\" = '{hash}'");
        await rig.ChangeAsync($"UPDATE \"Cases\" SET \"LastHash\" = '{hash}'");

        Assert.Equal(FindingKind.ChainBroken, Assert.Single((await rig.CheckAsync()).Findings).Kind);
    }

    [Theory]
    [InlineData("REPLACE(\"Document\", 'called me names', 'were quite polite')")]
    [InlineData("REPLACE(\"Document\", 'Mona Manager', 'Mina Manager')")]
    [InlineData("REPLACE(\"Document\", 'Because of item 7.', 'Because I like it.')")]
    [InlineData("REPLACE(\"Document\", '\"sha256\":\"', '\"sha256\":\"0')")]
    [InlineData("REPLACE(\"Document\", 'Legal referral', 'No reason')")]
    [InlineData("REPLACE(\"Document\", ',\"hold\":', ',\"held\":')")]
    [InlineData("'no case at all'")]
    public async Task A_Case_That_Was_Changed_Beside_Its_Events_Is_Found(string document)
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync(), DecisionOutcome.LegalAdvice);
        await rig.ChangeAsync($"UPDATE \"Cases\" SET \"Document\" = {document}");

        Assert.Equal([FindingKind.CaseDiffers], (await rig.CheckAsync()).Findings.Select(finding => finding.Kind));
    }

    [Theory]
    [InlineData("\"Status\" = 'Reported'")]
    [InlineData("\"SettledAt\" = NULL")]
    [InlineData("\"Reporter\" = 'somebody-else'")]
    public async Task What_A_Case_Is_Searched_By_Must_Be_What_It_Says(string change)
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync());
        await rig.ChangeAsync($"UPDATE \"Cases\" SET {change}");

        Assert.Equal([FindingKind.CaseDiffers], (await rig.CheckAsync()).Findings.Select(finding => finding.Kind));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Case_That_Was_Taken_Out_Altogether_Leaves_A_Number_And_Its_Files(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        await rig.OpenAsync();
        var gone = await rig.OpenAsync();
        await rig.ChangeAsync($"DELETE FROM \"CaseEvents\" WHERE {Of(provider, gone)}");
        await rig.ChangeAsync("DELETE FROM \"Cases\" WHERE \"Number\" = 2");

        Assert.Equal(
            [(FindingKind.CaseMissing, "2026-0002"), (FindingKind.FileWithoutCase, null)],
            (await rig.CheckAsync()).Findings.Select(finding => (finding.Kind, finding.Reference)));
    }

    [Fact]
    public async Task A_File_That_Was_Slipped_In_And_A_Record_That_Was_Taken_Out_Are_Found()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync();
        var planted = await rig.SealAsync(new CaseId(Guid.NewGuid()), "planted.png");
        await using (var db = await rig.ContextAsync())
        {
            await db.Evidence.Where(row => row.Id == planted.Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.Draft, @case.Id));
        }

        Assert.Empty((await rig.CheckAsync()).Findings);

        rig.Time.Advance(TimeSpan.FromDays(2));
        await rig.ChangeAsync($"DELETE FROM \"Evidence\" WHERE \"Sha256\" = '{@case.Evidence[0].Sha256}'");

        Assert.Equal(
            [(FindingKind.FileMissing, @case.Evidence[0].Id), (FindingKind.FileNotInChain, planted.Id)],
            (await rig.CheckAsync()).Findings.Select(finding => (finding.Kind, finding.File!.Id)));
    }

    [Fact]
    public async Task A_File_That_Was_Purged_Though_Nobody_Should_Have_Is_Missing()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync();
        await rig.Get<EvidenceVault>().PurgeAsync(@case.Practice, @case.Evidence[0].Id, default);

        Assert.Equal([FindingKind.FileMissing], (await rig.CheckAsync()).Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public async Task A_Case_That_Changes_While_It_Is_Read_Is_No_Finding()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await rig.OpenAsync();
        await rig.ChangeAsync("UPDATE \"Cases\" SET \"LastSequence\" = 2"); // as if the event were just being written
        var looks = 0;
        rig.Breaking.Before = async () =>
        {
            if (++looks == 2)
            {
                rig.Breaking.Before = null;
                await rig.ChangeAsync("UPDATE \"Cases\" SET \"LastSequence\" = 1");
            }
        };

        Assert.Empty((await rig.Get<CaseCheck>().RunAsync(@case.Id, default)).Findings);
        Assert.Equal(2, looks);
    }

    private static async Task<Case> AskedAndAnsweredAsync(CustodyRig rig)
    {
        var asked = await rig.ApplyAsync(await rig.OpenAsync(screenshots: 0), @case => @case.Ask(new AskCommand(1, "Where?"), CaseBuilder.Mona, CaseBuilder.Wednesday));
        return await rig.ApplyAsync(asked, @case => @case.Answer(new AnswerCommand("There"), CaseBuilder.Ann, CaseBuilder.Wednesday));
    }

    /// <summary>The databases write the same id differently.</summary>
    private static string Of(string provider, Case @case) =>
        $"\"CaseId\" = '{(provider == "Sqlite" ? @case.Id.Value.ToString().ToUpperInvariant() : @case.Id.Value.ToString())}'";
}
