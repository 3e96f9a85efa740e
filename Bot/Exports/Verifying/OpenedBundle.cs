using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.Exports.Bundles;

namespace Rowcroft.TeamsBot.Exports.Verifying;

/// <summary>A file that says it is a bundle, read to its end: what its entries are called, how long they are and what their hashes are.</summary>
/// <param name="Sha256">Of the whole file.</param>
internal sealed partial record OpenedBundle(
    string Sha256, IReadOnlyDictionary<string, OpenedEntry> Entries, byte[] Manifest, byte[] Chain, byte[] Sums)
{
    /// <summary>The chains of merged reports, by the names of their entries.</summary>
    public IReadOnlyDictionary<string, byte[]> FurtherChains { get; private init; } = FrozenDictionary<string, byte[]>.Empty;

    public const int MaxEntries = 500;
    public const long MaxFileBytes = 200L * 1024 * 1024;
    public const long MaxDocumentBytes = 32L * 1024 * 1024;
    public const long MaxBytes = 4L * 1024 * 1024 * 1024;

    private static readonly FrozenSet<string> Kept = FrozenSet.Create(BundleWriter.Manifest, ChainDocument.Path, BundleWriter.Sums);

    /// <exception cref="NoBundleException">It is none; the message says why.</exception>
    public static async Task<OpenedBundle> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var whole = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            file.Position = 0;
            await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            return await ReadAsync(zip, whole, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NoBundleException("There is no such file.");
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or ArgumentOutOfRangeException)
        {
            throw new NoBundleException("It is not a ZIP file, or it is cut off or damaged.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new NoBundleException("It cannot be read.");
        }
    }

    private static async Task<OpenedBundle> ReadAsync(ZipArchive zip, string whole, CancellationToken cancellationToken)
    {
        if (zip.Entries.Count > MaxEntries)
        {
            throw new NoBundleException($"It has {zip.Entries.Count} entries. A bundle never has more than {MaxEntries}.");
        }

        var (entries, kept, total, room) = (new Dictionary<string, OpenedEntry>(StringComparer.Ordinal), new Dictionary<string, byte[]>(), 0L, 4 * MaxDocumentBytes);
        foreach (var entry in zip.Entries)
        {
            if (!Name().IsMatch(entry.FullName))
            {
                throw new NoBundleException($"It has an entry named {Shown(entry.FullName)}. A bundle has none of that name.");
            }

            if (entries.ContainsKey(entry.FullName))
            {
                throw new NoBundleException($"It has two entries named {entry.FullName}.");
            }

            var isKept = Kept.Contains(entry.FullName) || FurtherChain().IsMatch(entry.FullName);
            var limit = isKept ? Math.Min(MaxDocumentBytes, room) : MaxFileBytes;
            using var content = new MemoryStream();
            var (size, sha256) = await HashAsync(entry, isKept ? content : null, Math.Min(limit, MaxBytes - total), cancellationToken);
            entries[entry.FullName] = new OpenedEntry(size, sha256);
            total += size;
            if (isKept)
            {
                kept[entry.FullName] = content.ToArray();
                room -= size;
            }
        }

        return new OpenedBundle(
            whole, entries, Part(kept, BundleWriter.Manifest), Part(kept, ChainDocument.Path), Part(kept, BundleWriter.Sums))
        {
            FurtherChains = kept.Where(one => FurtherChain().IsMatch(one.Key)).ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private static byte[] Part(Dictionary<string, byte[]> kept, string name) =>
        kept.TryGetValue(name, out var bytes) ? bytes : throw new NoBundleException($"It has no {name}.");

    /// <summary>Counts what really comes out: what an entry says of its own size proves nothing.</summary>
    private static async Task<(long Size, string Sha256)> HashAsync(
        ZipArchiveEntry entry, MemoryStream? keep, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var content = await entry.OpenAsync(cancellationToken);
        var (buffer, size, read) = (new byte[81_920], 0L, 0);
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            size += read;
            if (size > limit)
            {
                throw new NoBundleException($"{entry.FullName} is larger than anything in a bundle.");
            }

            hash.AppendData(buffer, 0, read);
            keep?.Write(buffer, 0, read);
        }

        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whatever it is called, it must not play with the terminal.</summary>
    private static string Shown(string name) =>
        $"“{string.Concat(name.Take(80).Select(letter => letter is >= ' ' and <= '~' ? letter : '?'))}”";

    [GeneratedRegex("^(manifest\\.json|SHA256SUMS|chain(-[0-9]{2,3})?\\.json|chronology\\.pdf|evidence/[a-z0-9]+(-[a-z0-9]+)*\\.[a-z]{3,4})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^chain-[0-9]{2,3}\\.json\\z", RegexOptions.CultureInvariant)]
    private static partial Regex FurtherChain();
}

internal sealed record OpenedEntry(long Size, string Sha256);

/// <summary>A file is no bundle. The message is one sentence for the person who asked.</summary>
internal sealed class NoBundleException(string message) : Exception(message);
