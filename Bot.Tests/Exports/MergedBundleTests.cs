using System.Text;
using System.Text.Json;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.Exports.Verifying;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Exports;

/// <summary>The bundle of a case into which another report of the same post was merged.</summary>
public sealed class MergedBundleTests
{
    private static readonly NamedPerson Sam = ExportRig.Sam;

    [SkippableTheory, BothDatabases]
    public async Task It_Holds_The_Files_And_The_Chain_Of_The_Merged_Report_Too_And_Verify_Finds_It_Whole(string provider)
    {
        await using var rig = await ExportRig.StartAsync(provider);
        var (main, _) = await TwoAsync(rig);

        var bundle = await BundleAsync(rig, main, ExportAudience.Practice, ExportCopies.Originals);

        var entries = ZipReading.Entries(bundle);
        Assert.Equal(
            ["evidence/screenshot-01.png", "evidence/screenshot-02.png", "evidence/screenshot-03.png", "chain.json", "chain-02.json", "chronology.pdf", "manifest.json", "SHA256SUMS"],
            entries.Keys);
        Assert.Equal(SamplePictures.Png(2), entries["evidence/screenshot-03.png"]);
        var manifest = JsonDocument.Parse(entries["manifest.json"]).RootElement;
        Assert.Equal(
            [null, "RMC-2026-0002", "RMC-2026-0002"],
            manifest.GetProperty("files").EnumerateArray().Select(file => file.TryGetProperty("cameWith", out var report) ? report.GetString() : null));
        Assert.Equal(Sam.Name, manifest.GetProperty("alsoReported")[0].GetProperty("case").GetProperty("reportedBy").GetString());
        var (exitCode, words) = await VerifyAsync(entries);
        Assert.Equal(0, exitCode);
        Assert.Contains("evidence/screenshot-03.png: the chain says where it comes from", words, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single((await rig.EventsAsync(main)).OfType<EvidenceExported>()).Files.Count);
    }

    [Fact]
    public async Task Outsiders_Get_Its_Redacted_Copies_And_No_Name()
    {
        await using var rig = await ExportRig.StartAsync();
        var (main, merged) = await TwoAsync(rig);
        var copy = await rig.RedactAsync(merged, 1);

        var entries = ZipReading.Entries(await BundleAsync(rig, main, ExportAudience.Police, ExportCopies.Redacted));

        Assert.Equal(copy.Sha256, BundleSamples.Hash(entries["evidence/screenshot-03-redacted.png"]));
        Assert.All(["manifest.json", "chain.json", "chain-02.json"], name =>
            Assert.DoesNotContain(Sam.Name, Encoding.UTF8.GetString(entries[name]), StringComparison.Ordinal));
        Assert.Equal(0, (await VerifyAsync(entries)).ExitCode);
    }

    [Fact]
    public async Task What_Came_To_The_Merged_Report_After_The_Request_Is_Not_In_It()
    {
        await using var rig = await ExportRig.StartAsync();
        var (main, merged) = await TwoAsync(rig);
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.RequestAsync(Mona, main, ExportAudience.Police, ExportCopies.Redacted);
        var export = await rig.ExportAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.RedactAsync(merged, 0);
        var late = (await rig.OpenAsync(screenshots: 3)).Evidence[2];
        await CommitAsync(rig, merged.Receive(late, Sam, rig.Time.GetUtcNow()));
        await rig.PressAsync(Dev, ExportVerbs.Confirm, export);

        var (_, bundle, _) = await rig.DownloadAsync(await rig.LinkAsync(export));

        Assert.Equal(3, ZipReading.Entries(bundle).Keys.Count(name => name.StartsWith("evidence/", StringComparison.Ordinal)));
        Assert.DoesNotContain(ZipReading.Entries(bundle).Keys, name => name.Contains("redacted", StringComparison.Ordinal));
        Assert.DoesNotContain(late.Sha256, ZipReading.Text(bundle, "manifest.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_Of_A_Report_That_Was_Taken_Back_Stay_In_The_Practice(bool theMainOne)
    {
        await using var rig = await ExportRig.StartAsync();
        var (main, merged) = await TwoAsync(rig);
        var now = rig.Time.GetUtcNow();
        await CommitAsync(rig, theMainOne ? main.Withdraw(Ann, now) : merged.Withdraw(Sam, now, main));

        var bundle = await BundleAsync(rig, (await rig.FindAsync(main))!, ExportAudience.Practice, ExportCopies.Originals);

        Assert.Equal(theMainOne ? 2 : 1, ZipReading.Entries(bundle).Keys.Count(name => name.StartsWith("evidence/", StringComparison.Ordinal)));
        Assert.Contains(BundleSource.TakenBack, ZipReading.Text(bundle, "manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Merged_Report_Without_Its_Chain_Or_With_Another_Is_Found()
    {
        await using var rig = await ExportRig.StartAsync();
        var (main, _) = await TwoAsync(rig);
        var entries = ZipReading.Entries(await BundleAsync(rig, main, ExportAudience.Practice, ExportCopies.Originals));

        var own = entries.ToDictionary();
        own["chain-02.json"] = entries["chain.json"];
        Assert.Equal(1, (await VerifyAsync(own)).ExitCode);
        own.Remove("chain-02.json");
        Assert.Equal(1, (await VerifyAsync(own)).ExitCode);
    }

    [Fact]
    public async Task The_Bundle_Of_A_Case_That_Nobody_Merged_Says_Nothing_Of_It()
    {
        var entries = ZipReading.Entries(await BundleSamples.WriteAsync(BundleSamples.Contents(ExportAudience.Practice)));

        Assert.DoesNotContain("chain-02.json", entries.Keys);
        var manifest = Encoding.UTF8.GetString(entries["manifest.json"]);
        Assert.DoesNotContain("alsoReported", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("cameWith", manifest, StringComparison.Ordinal);
    }

    /// <summary>Ann's with one screenshot, Sam's with two, put together.</summary>
    private static async Task<(Case Main, Case Merged)> TwoAsync(ExportRig rig)
    {
        var first = await rig.OpenAsync();
        var second = await rig.OpenAsync(screenshots: 2, builder => builder.ReportedBy(Sam));
        await CommitAsync(rig, first.Merge(second, Mona, rig.Time.GetUtcNow()));
        return ((await rig.FindAsync(first))!, (await rig.FindAsync(second))!);
    }

    private static async Task CommitAsync(ExportRig rig, CaseOutcome outcome) =>
        Assert.True(await rig.Get<CaseRecorder>().CommitAsync(Assert.IsType<CaseOutcome.Recorded>(outcome), default));

    private static async Task<byte[]> BundleAsync(ExportRig rig, Case @case, ExportAudience audience, ExportCopies copies)
    {
        await rig.RequestAsync(Mona, @case, audience, copies);
        var export = await rig.ExportAsync();
        await rig.PressAsync(Dev, ExportVerbs.Confirm, export);
        var (status, bundle, _) = await rig.DownloadAsync(await rig.LinkAsync(export));
        Assert.Equal(200, status);
        return bundle;
    }

    private static async Task<(int ExitCode, string Words)> VerifyAsync(Dictionary<string, byte[]> entries)
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("bundle.zip"), ZipReading.Zip(entries.Select(entry => (entry.Key, entry.Value))));
        using var words = new StringWriter();
        return (await VerifyBundle.RunAsync(folder.File("bundle.zip"), words, words, default), words.ToString());
    }
}
