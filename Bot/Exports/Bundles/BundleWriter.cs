using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary>
/// Writes a bundle as a ZIP, file by file, without ever holding one whole. Entries have a fixed order and a fixed date and are not
/// compressed: screenshots hardly shrink, and compressors differ between versions, while the same case has to be the same bytes.
/// </summary>
internal static class BundleWriter
{
    public const string Sums = "SHA256SUMS";
    public const string Manifest = "manifest.json";
    private const int Readable = 0x81A4; // -rw-r--r--, whatever the machine thinks of files

    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="open">The bytes of a file, decrypted as they are read; <c>null</c> when they cannot be had.</param>
    /// <returns>How long it is, and its hash.</returns>
    /// <exception cref="BundleException">A file cannot be had, or is not what was recorded: what was written until then is no bundle.</exception>
    public static async Task<BundleMeasure> WriteAsync(
        BundleContents contents,
        Func<BundleFile, CancellationToken, Task<Stream?>> open,
        Stream destination,
        CancellationToken cancellationToken)
    {
        var chain = BundleJson.Write(ChainDocument.Of(contents));
        (string Path, byte[] Bytes)[] merged =
            [.. contents.Merged.Select(part => (part.Path, BundleJson.Write(ChainDocument.Of(part.Case, part.Chain, contents.IsForOutsiders))))];
        var chronology = ChronologyDocument.Write(contents);
        (string Path, byte[] Bytes)[] described = [(ChainDocument.Path, chain), .. merged, (ChronologyDocument.Path, chronology)];
        var manifest = BundleJson.Write(BundleManifest.Of(contents, [.. described.Select(one => Document(one.Path, one.Bytes))]));
        (string Path, byte[] Bytes)[] documents = [.. described, (Manifest, manifest)];

        await using var measured = new MeasuringStream(destination);
        await using (var zip = await ZipArchive.CreateAsync(
            measured, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, cancellationToken))
        {
            await FilesAsync(zip, contents, open, cancellationToken);
            await DocumentsAsync(zip, contents, documents, cancellationToken);
        }

        return await measured.FinishAsync(cancellationToken);
    }

    private static async Task FilesAsync(
        ZipArchive zip, BundleContents contents, Func<BundleFile, CancellationToken, Task<Stream?>> open, CancellationToken cancellationToken)
    {
        foreach (var file in contents.Files)
        {
            await using var bytes = await open(file, cancellationToken) ?? throw new BundleException(file.Sealed.Id, "cannot be read");
            await using var entry = await AddAsync(zip, file.Path, cancellationToken);
            await CopyAsync(file, bytes, entry, cancellationToken);
        }
    }

    private static async Task DocumentsAsync(
        ZipArchive zip, BundleContents contents, (string Path, byte[] Bytes)[] documents, CancellationToken cancellationToken)
    {
        foreach (var (path, bytes) in documents)
        {
            await AddAsync(zip, path, bytes, cancellationToken);
        }

        var sums = contents.Files.Select(file => (Hash: file.Sealed.Sha256, file.Path))
            .Concat(documents.Select(document => (Hash: Hash(document.Bytes), document.Path)));
        var lines = string.Concat(sums.Select(sum => $"{sum.Hash}  {sum.Path}\n"));
        await AddAsync(zip, Sums, Encoding.ASCII.GetBytes(lines), cancellationToken);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static ManifestDocument Document(string path, byte[] bytes) => new(path, Hash(bytes), bytes.Length);

    private static async Task AddAsync(ZipArchive zip, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var entry = await AddAsync(zip, path, cancellationToken);
        await entry.WriteAsync(bytes, cancellationToken);
    }

    private static Task<Stream> AddAsync(ZipArchive zip, string path, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoDate;
        entry.ExternalAttributes = Readable << 16;
        return entry.OpenAsync(cancellationToken);
    }

    private static async Task CopyAsync(BundleFile file, Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sealed.Sha256)
        {
            throw new BundleException(file.Sealed.Id, "is not what was received");
        }
    }
}
