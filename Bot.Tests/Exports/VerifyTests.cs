using System.IO.Compression;
using System.Text;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports.Bundles;
using Rowcroft.TeamsBot.Exports.Verifying;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Exports;

/// <summary><c>dotnet run --project Bot -- verify bundle.zip</c></summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>Names that no bundle has.</summary>
    public static TheoryData<string> BadNames =>
    [
        "../evil.png", "/etc/passwd", "evidence/../../evil.png", "evidence\\evil.png", "C:\\evil.png", "evidence/", "evidence/a/b.png",
        "evidence/..", "evidence/\u202Egnp.exe", "readme.txt", "MANIFEST.JSON", "evidence/screenshot-03.png\n",
    ];

    [Theory]
    [InlineData(nameof(ExportAudience.Police))]
    [InlineData(nameof(ExportAudience.Practice))]
    public async Task An_Untouched_Bundle_Agrees(string audience)
    {
        var bundle = await BundleSamples.WriteAsync(BundleSamples.Contents(Enum.Parse<ExportAudience>(audience)));

        var (exitCode, output, errors) = await VerifyAsync(bundle);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains($"SHA-256 {BundleSamples.Hash(bundle)}", output, StringComparison.Ordinal);
        Assert.Contains("ok       chronology.pdf: as in SHA256SUMS", output, StringComparison.Ordinal);
        Assert.Contains("ok       event 5 (evidence-redacted): its hash follows from the one before", output, StringComparison.Ordinal);
        Assert.Contains(audience == "Practice" ? "6 are here in full, 0 by their hash alone" : "2 are here in full, 4 by their hash alone", output, StringComparison.Ordinal);
        Assert.DoesNotContain("DIFFERS", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evidence/screenshot-01-redacted.png")]
    [InlineData("chain.json")]
    [InlineData("chronology.pdf")]
    [InlineData("manifest.json")]
    public async Task One_Changed_Byte_Is_Found_And_Named(string name)
    {
        var entries = await EntriesAsync();
        var bytes = entries[name];
        var at = name.EndsWith(".json", StringComparison.Ordinal) ? Array.IndexOf(bytes, (byte)' ') : bytes.Length / 2;
        bytes[at] ^= 0x2A; // in JSON, a space becomes a line feed

        var (exitCode, output, _) = await VerifyAsync(entries);

        Assert.Equal(1, exitCode);
        Assert.Contains($"DIFFERS  {name} is not as in SHA256SUMS", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_File_That_Was_Exchanged_With_All_Its_Sums_Is_Not_One_The_Chain_Speaks_Of()
    {
        var entries = await EntriesAsync();
        var (old, forged) = (BundleSamples.Hash(BundleSamples.Covered), BundleSamples.Hash(BundleSamples.First));
        entries["evidence/screenshot-01-redacted.png"] = BundleSamples.First;
        entries["manifest.json"] = Replace(entries["manifest.json"], old, forged);
        entries["manifest.json"] = Replace(entries["manifest.json"], $"\"size\": {BundleSamples.Covered.Length},\n      \"type\"", $"\"size\": {BundleSamples.First.Length},\n      \"type\"");
        entries["SHA256SUMS"] = Sums(entries);

        var (exitCode, output, _) = await VerifyAsync(entries);

        Assert.Equal(1, exitCode);
        Assert.Equal("DIFFERS  evidence/screenshot-01-redacted.png is not a file that the chain speaks of", Assert.Single(output.Split('\n'), line => line.StartsWith("DIFFERS", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_Event_That_Was_Rewritten_With_All_Sums_Breaks_The_Chain()
    {
        var entries = await EntriesAsync();
        var was = BundleSamples.Hash(entries["chain.json"]);
        entries["chain.json"] = Replace(
            entries["chain.json"], """evidence-viewed\",\"evidence\":\"00000001""", """evidence-viewed\",\"evidence\":\"00000009""");
        entries["manifest.json"] = Replace(entries["manifest.json"], was, BundleSamples.Hash(entries["chain.json"]));
        entries["SHA256SUMS"] = Sums(entries);

        var (exitCode, output, _) = await VerifyAsync(entries);

        Assert.Equal(1, exitCode);
        Assert.Contains("DIFFERS  Event 4 of the chain is not what its hash says", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chain.json")]
    [InlineData("manifest.json")]
    [InlineData("SHA256SUMS")]
    public async Task Without_One_Of_Its_Documents_It_Is_No_Bundle(string name)
    {
        var entries = await EntriesAsync();
        entries.Remove(name);
        if (name != "SHA256SUMS")
        {
            entries["SHA256SUMS"] = Sums(entries);
        }

        await IsNoBundleAsync(Zip(entries), $"It has no {name}.");
    }

    [Fact]
    public async Task A_Missing_Screenshot_Is_Named()
    {
        var entries = await EntriesAsync();
        entries.Remove("evidence/screenshot-02.png");
        entries["SHA256SUMS"] = Sums(entries);

        var (exitCode, output, _) = await VerifyAsync(entries);

        Assert.Equal(1, exitCode);
        Assert.Contains("DIFFERS  evidence/screenshot-02.png is in the manifest and missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Screenshot_That_Was_Added_Is_Named()
    {
        var entries = await EntriesAsync();
        entries["evidence/screenshot-03.png"] = BundleSamples.First;

        var (exitCode, output, _) = await VerifyAsync(entries);

        Assert.Equal(1, exitCode);
        Assert.Contains("DIFFERS  evidence/screenshot-03.png is not in SHA256SUMS", output, StringComparison.Ordinal);
        Assert.Contains("DIFFERS  evidence/screenshot-03.png is not in the manifest", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task A_Name_That_No_Bundle_Has_Is_Refused_Before_Anything_Is_Done_With_It(string name)
    {
        var entries = (await EntriesAsync()).Select(entry => (entry.Key, entry.Value)).Append((name, [1]));

        await IsNoBundleAsync(ZipReading.Zip(entries), "A bundle has none of that name.");
    }

    [Fact]
    public async Task Two_Entries_Of_One_Name_Are_Refused()
    {
        var entries = (await EntriesAsync()).Select(entry => (entry.Key, entry.Value)).Append(("manifest.json", Encoding.ASCII.GetBytes("{}")));

        await IsNoBundleAsync(ZipReading.Zip(entries), "It has two entries named manifest.json.");
    }

    [Fact]
    public async Task A_Bomb_Is_Not_Unpacked()
    {
        var entries = (await EntriesAsync()).Select(entry => (entry.Key, entry.Value)).ToList();
        entries[^2] = ("manifest.json", new byte[OpenedBundle.MaxDocumentBytes + 1]);

        await IsNoBundleAsync(ZipReading.Zip(entries, CompressionLevel.Optimal), "manifest.json is larger than anything in a bundle.");
    }

    [Fact]
    public async Task Thousands_Of_Entries_Are_Refused() => await IsNoBundleAsync(
        ZipReading.Zip(Enumerable.Range(0, OpenedBundle.MaxEntries + 1).Select(number => ($"evidence/screenshot-{number}.png", Array.Empty<byte>()))),
        "A bundle never has more than 500.");

    [Fact]
    public async Task A_Bundle_That_Was_Cut_Off_Anywhere_Or_Is_None_Gets_One_Sentence()
    {
        var bundle = await BundleSamples.WriteAsync(BundleSamples.Contents(ExportAudience.Police));
        for (var length = 0; length < bundle.Length; length += bundle.Length / 37)
        {
            await IsNoBundleAsync(bundle[..length], "It is not a ZIP file, or it is cut off or damaged.");
        }

        await IsNoBundleAsync(BundleSamples.First, "It is not a ZIP file, or it is cut off or damaged.");
    }

    [Fact]
    public async Task Damage_Anywhere_Is_Never_An_Error_Without_Words()
    {
        var bundle = await BundleSamples.WriteAsync(BundleSamples.Contents(ExportAudience.Police));
        var random = new Random(42);
        for (var round = 0; round < 300; round++)
        {
            var damaged = bundle.ToArray();
            damaged[round % 2 == 0 ? random.Next(damaged.Length) : damaged.Length - 1 - random.Next(900)] ^= (byte)(1 + random.Next(255));
            var (exitCode, output, errors) = await VerifyAsync(damaged);
            Assert.True(exitCode is 0 or 1);
            Assert.NotEqual("", output + errors);
            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("manifest.json", "{}")]
    [InlineData("manifest.json", "null")]
    [InlineData("manifest.json", "[[[")]
    [InlineData("chain.json", """{"format":"rowcroft-case-chain/1","case":"x","hash":"x","events":null}""")]
    [InlineData("chain.json", """{"format":"rowcroft-case-chain/1","case":"x","hash":"x","events":[null]}""")]
    [InlineData("chain.json", """{"format":"rowcroft-case-chain/2","case":"x","hash":"x","events":[]}""")]
    public async Task A_Document_That_Is_None_Of_Ours_Gets_One_Sentence(string name, string json)
    {
        var entries = await EntriesAsync();
        entries[name] = Encoding.UTF8.GetBytes(json);
        entries["SHA256SUMS"] = Sums(entries);

        await IsNoBundleAsync(Zip(entries), "is not an evidence bundle that can be checked.");
    }

    [Fact]
    public async Task A_File_That_Does_Not_Exist_Gets_One_Sentence()
    {
        using var errors = new StringWriter();

        Assert.Equal(1, await CommandLine.RunAsync(["verify", _folder.File("none.zip")], TextWriter.Null, errors));
        Assert.EndsWith("There is no such file.", errors.ToString().Trim(), StringComparison.Ordinal);
        Assert.Equal(1, await CommandLine.RunAsync(["verify", _folder.File()], TextWriter.Null, errors));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Dictionary<string, byte[]>> EntriesAsync() =>
        ZipReading.Entries(await BundleSamples.WriteAsync(BundleSamples.Contents(ExportAudience.Police)));

    private static byte[] Zip(Dictionary<string, byte[]> entries) => ZipReading.Zip(entries.Select(entry => (entry.Key, entry.Value)));

    private static byte[] Sums(Dictionary<string, byte[]> entries) => Encoding.ASCII.GetBytes(string.Concat(entries
        .Where(entry => entry.Key != BundleWriter.Sums)
        .Select(entry => $"{BundleSamples.Hash(entry.Value)}  {entry.Key}\n")));

    private static byte[] Replace(byte[] text, string from, string to)
    {
        var read = Encoding.UTF8.GetString(text);
        Assert.Contains(from, read, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(read.Replace(from, to, StringComparison.Ordinal));
    }

    private Task<(int ExitCode, string Output, string Errors)> VerifyAsync(Dictionary<string, byte[]> entries) => VerifyAsync(Zip(entries));

    private async Task<(int ExitCode, string Output, string Errors)> VerifyAsync(byte[] bundle)
    {
        var file = _folder.File("bundle.zip");
        await File.WriteAllBytesAsync(file, bundle);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await CommandLine.RunAsync(["verify", file], output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    }

    private async Task IsNoBundleAsync(byte[] bundle, string sentence)
    {
        var (exitCode, output, errors) = await VerifyAsync(bundle);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(sentence, Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }
}
