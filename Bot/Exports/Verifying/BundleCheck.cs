using System.Globalization;
using System.Text;
using System.Text.Json;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports.Bundles;

namespace Rowcroft.TeamsBot.Exports.Verifying;

/// <summary>
/// Checks a bundle against itself: sums, manifest, chain, and that the files are those the chain speaks of. It needs no database and no
/// settings, so that whoever received a bundle can do it too.
/// </summary>
internal static class BundleCheck
{
    /// <exception cref="NoBundleException">It is none.</exception>
    public static Findings Of(OpenedBundle bundle)
    {
        var findings = new Findings();
        Sums(bundle, findings);
        var manifest = Read<BundleManifest>(bundle.Manifest, BundleWriter.Manifest);
        var chain = Read<ChainDocument>(bundle.Chain, ChainDocument.Path);
        if (manifest.Files.Contains(null!) || manifest.Documents.Contains(null!) || chain.Events.Contains(null!))
        {
            throw new NoBundleException("Its lists have gaps.");
        }

        if (manifest.Format != BundleManifest.FormatName || chain.Format != ChainDocument.FormatName)
        {
            throw new NoBundleException($"It is a bundle of another format than {BundleManifest.FormatName}.");
        }

        Manifest(bundle, manifest, findings);
        Chain(manifest.Chain, manifest.Case, chain, findings);
        var further = Further(bundle, manifest, findings);
        foreach (var file in manifest.Files)
        {
            // Each file is of one report, and only that report's chain can speak of it.
            Spoken(file, file.CameWith is { } report ? further.GetValueOrDefault(report) : chain, findings);
        }

        return findings;
    }

    private static T Read<T>(byte[] json, string name)
    {
        try
        {
            return BundleJson.Read<T>(json);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException)
        {
            throw new NoBundleException($"Its {name} cannot be read.");
        }
    }

    private static void Sums(OpenedBundle bundle, Findings findings)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(bundle.Sums).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split("  ", 2) is not [{ Length: 64 } sum, var path] || !bundle.Entries.TryGetValue(path, out var entry) || !named.Add(path))
            {
                throw new NoBundleException($"Its {BundleWriter.Sums} has a line for no file, or two for the same.");
            }

            findings.Check(entry.Sha256 == sum, $"{path}: as in {BundleWriter.Sums}", $"{path} is not as in {BundleWriter.Sums}: its sum is {entry.Sha256}");
        }

        foreach (var path in bundle.Entries.Keys.Where(path => path != BundleWriter.Sums && !named.Contains(path)))
        {
            findings.Differs($"{path} is not in {BundleWriter.Sums}");
        }
    }

    private static void Manifest(OpenedBundle bundle, BundleManifest manifest, Findings findings)
    {
        var described = manifest.Files.Select(file => (file.Path, file.Sha256, file.Size))
            .Concat(manifest.Documents.Select(document => (document.Path, document.Sha256, document.Size)))
            .ToList();
        foreach (var (path, sha256, size) in described)
        {
            var entry = bundle.Entries.GetValueOrDefault(path ?? "");
            findings.Check(
                entry is not null && entry.Sha256 == sha256 && entry.Size == size,
                $"{path}: as in the manifest",
                entry is null ? $"{path} is in the manifest and missing" : $"{path} is not as in the manifest");
        }

        foreach (var path in bundle.Entries.Keys.Except(described.Select(one => one.Path)).Except([BundleWriter.Manifest, BundleWriter.Sums]))
        {
            findings.Differs($"{path} is not in the manifest");
        }

        foreach (var document in new[] { ChainDocument.Path, ChronologyDocument.Path })
        {
            if (manifest.Documents.All(one => one.Path != document))
            {
                findings.Differs($"{document} is not in the manifest");
            }
        }
    }

    /// <summary>The chains of the merged reports, by reference.</summary>
    private static Dictionary<string, ChainDocument> Further(OpenedBundle bundle, BundleManifest manifest, Findings findings)
    {
        var chains = new Dictionary<string, ChainDocument>(StringComparer.Ordinal);
        foreach (var report in manifest.AlsoReported ?? [])
        {
            if (report is null || !bundle.FurtherChains.TryGetValue(report.Chain.Path, out var bytes))
            {
                throw new NoBundleException("The chain of a merged report is missing.");
            }

            var chain = Read<ChainDocument>(bytes, report.Chain.Path);
            if (chain.Format != ChainDocument.FormatName || chain.Events.Contains(null!) || !chains.TryAdd(report.Case.Reference, chain))
            {
                throw new NoBundleException("The chain of a merged report is none, or there twice.");
            }

            Chain(report.Chain, report.Case, chain, findings);
        }

        return chains;
    }

    private static void Chain(ManifestChain told, ManifestCase of, ChainDocument chain, Findings findings)
    {
        var (previous, computed) = (CaseChain.Start, 0);
        foreach (var (index, link) in chain.Events.Index())
        {
            if (link.Sequence != index + 1)
            {
                findings.Differs(Say($"The chain has event {link.Sequence} in place {index + 1}"));
            }

            if (link.Json is { } json)
            {
                computed++;
                findings.Check(
                    CaseChain.Hash(previous, json) == link.Hash,
                    Say($"event {link.Sequence} ({link.Kind}): its hash follows from the one before"),
                    Say($"Event {link.Sequence} of the chain is not what its hash says, or the one before is not"));
            }

            previous = link.Hash;
        }

        findings.Check(
            chain.Events.Count == told.Events && previous == told.Head && chain.Case == of.Reference,
            Say($"the chain has the manifest's {chain.Events.Count} events and end; {computed} are here in full, {chain.Events.Count - computed} by their hash alone"),
            "The chain is not the one of the manifest: another case, another number of events or another end");
    }

    /// <summary>The file must be one that the chain says was received, or a redacted copy that it says was made from one.</summary>
    private static void Spoken(ManifestFile file, ChainDocument? chain, Findings findings)
    {
        var events = chain?.Events ?? [];
        var isTold = events.Any(link => link.Json is { } json && ToldOrigins.In(json).Contains(new ToldOrigin(file.Sha256, file.OriginalSha256)));

        // A screenshot that came with the report is in an event that outsiders get by its hash alone.
        var cannotTell = !isTold && file.OriginalSha256 is null && events.Any(link => link is { Kind: "reported", Json: null });
        findings.Check(
            isTold || cannotTell,
            cannotTell ? $"{file.Path}: the event that received it is here by its hash alone" : $"{file.Path}: the chain says where it comes from",
            $"{file.Path} is not a file that the chain speaks of");
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
