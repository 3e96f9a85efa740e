using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports.Bundles;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Exports;

[Collection(Alone)]
public sealed class BundleTests
{
    /// <summary>These tests move the process's own time zone for a moment.</summary>
    public const string Alone = "bundles";

    /// <summary>
    /// The sample bundle, to the byte. It is another one only when what bundles look like was changed: then say so in the manifest's format.
    /// </summary>
    private const string Sample = "caec1a021939f64bcc4ad150cdf3377067c13a223b1ef1c2dae0aaff88471567";

    [Fact]
    public async Task The_Same_Case_Is_The_Same_Bytes_In_Every_Culture_Zone_And_Version()
    {
        var (culture, zone) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        try
        {
            foreach (var (name, where) in new[] { ("en-GB", "UTC"), ("ar-SA", "Asia/Tokyo"), ("sv-SE", "America/St_Johns"), ("tr-TR", "Pacific/Auckland") })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Environment.SetEnvironmentVariable("TZ", where);
                TimeZoneInfo.ClearCachedData();
                var bundle = await BundleSamples.WriteAsync(BundleSamples.Contents(ExportAudience.Practice));
                Assert.True(BundleSamples.Hash(bundle) == Sample, $"With {name} in {where} it is {BundleSamples.Hash(bundle)}");
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public async Task Asking_Agreeing_And_Handing_Out_Change_Nothing_In_The_Next_Bundle_Until_Something_Else_Happens()
    {
        var before = BundleSamples.Contents(ExportAudience.Police);
        var (mona, at, export) = (CaseBuilder.Mona.Id, before.AsOf, new ExportId(Guid.NewGuid()));
        var events = before.Chain.Select(link => link.Event).ToList();
        ExportEvent[] handing =
        [
            new ExportRequested(mona, at.AddHours(1), export, ExportAudience.Police, ExportCopies.Originals, "They asked."),
            new ExportConfirmed(CaseBuilder.Dev.Id, at.AddHours(2), export),
            new EvidenceExported(mona, at.AddHours(3), export, ExportAudience.Police, ExportCopies.Originals, "They asked.", new string('a', 64), []),
        ];
        var after = before with { Chain = ChainExtract.Of(BundleSamples.Chain([.. events, .. handing])) };
        var later = before with
        {
            Chain = ChainExtract.Of(BundleSamples.Chain([.. events, .. handing, new EvidenceViewed(mona, at.AddHours(4), before.Files[1].Sealed.Id, before.Files[1].Sealed.Sha256)])),
        };

        Assert.Equal(await BundleSamples.WriteAsync(before), await BundleSamples.WriteAsync(after));
        var bundle = await BundleSamples.WriteAsync(later);
        Assert.NotEqual(await BundleSamples.WriteAsync(before), bundle);
        Assert.DoesNotContain("They asked.", ZipReading.Text(bundle, "chain.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_Holds_The_Files_And_Documents_Under_Names_That_Nobody_Chose()
    {
        var entries = ZipReading.Entries(await BundleSamples.WriteAsync(BundleSamples.Contents(ExportAudience.Police)));

        Assert.Equal(
            ["evidence/screenshot-01-redacted.png", "evidence/screenshot-02.png", "chain.json", "chronology.pdf", "manifest.json", "SHA256SUMS"],
            entries.Keys);
        Assert.Equal(BundleSamples.Covered, entries["evidence/screenshot-01-redacted.png"]);
        Assert.Equal(BundleSamples.Second, entries["evidence/screenshot-02.png"]);
        Assert.DoesNotContain(entries, entry => entry.Value.AsSpan().IndexOf(BundleSamples.First) >= 0);
    }

    [Fact]
    public async Task The_Manifest_Says_Which_Original_A_Redacted_Copy_Was_Made_From()
    {
        var manifest = JsonDocument.Parse(ZipReading.Text(await BundleSamples.WriteAsync(BundleSamples.Contents(ExportAudience.Police)), "manifest.json")).RootElement;
        var (first, second) = (manifest.GetProperty("files")[0], manifest.GetProperty("files")[1]);

        Assert.Equal("redacted", first.GetProperty("copy").GetString());
        Assert.Equal(BundleSamples.Hash(BundleSamples.First), first.GetProperty("originalSha256").GetString());
        Assert.Equal(BundleSamples.Hash(BundleSamples.Covered), first.GetProperty("sha256").GetString());
        Assert.Equal("original", second.GetProperty("copy").GetString());
        Assert.Equal("RMC-2026-0042", manifest.GetProperty("case").GetProperty("reference").GetString());
        Assert.Equal("rowcroft-evidence-bundle/1", manifest.GetProperty("format").GetString());
        Assert.Equal(1, manifest.GetProperty("case").GetProperty("provenance").GetProperty("gaps").GetArrayLength());
    }

    [Fact]
    public async Task Outsiders_Get_No_Name_In_Any_Document_And_The_Practice_Gets_Them()
    {
        foreach (var audience in Enum.GetValues<ExportAudience>())
        {
            var entries = ZipReading.Entries(await BundleSamples.WriteAsync(BundleSamples.Contents(audience)));
            foreach (var name in new[] { "manifest.json", "chain.json" })
            {
                Assert.Equal(
                    audience == ExportAudience.Practice,
                    Encoding.UTF8.GetString(entries[name]).Contains(BundleSamples.Secret, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Outsiders_Get_The_Hash_Of_Every_Event_And_The_Text_Of_Those_About_Files()
    {
        var chain = BundleJson.Read<ChainDocument>(ZipReading.Entries(await BundleSamples.WriteAsync(BundleSamples.Contents(ExportAudience.Adviser)))["chain.json"]);

        Assert.Equal(
            [("reported", false), ("question-asked", false), ("question-answered", false), ("evidence-viewed", true), ("evidence-redacted", true), ("decided", false)],
            chain.Events.Select(link => (link.Kind, link.Json is not null)));
        Assert.All(chain.Events, link => Assert.Equal(64, link.Hash.Length));
    }

    [Fact]
    public async Task The_Sums_Are_Those_That_Sha256sum_Computes()
    {
        using var folder = new TempFolder();
        ZipFile.ExtractToDirectory(new MemoryStream(await BundleSamples.WriteAsync(BundleSamples.Contents(ExportAudience.Police))), folder.File());
        using var process = Process.Start(new ProcessStartInfo("sha256sum", ["--strict", "-c", "SHA256SUMS"]) { WorkingDirectory = folder.File(), RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(5, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.EndsWith(": OK", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_File_That_Is_Gone_Or_Changed_Makes_No_Bundle(bool gone)
    {
        var contents = BundleSamples.Contents(ExportAudience.Police);

        var thrown = await Assert.ThrowsAsync<BundleException>(() => BundleWriter.WriteAsync(
            contents, (_, _) => Task.FromResult<Stream?>(gone ? null : new MemoryStream([1, 2, 3])), Stream.Null, default));

        Assert.Equal(contents.Files[0].Sealed.Id, thrown.Evidence);
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class NothingElseRuns;
}
