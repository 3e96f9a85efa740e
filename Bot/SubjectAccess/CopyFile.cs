using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>
/// Writes a copy as a ZIP, and beside it the list for a human. Nothing in them is dated by the clock: the same record gives the same bytes.
/// Only the account that runs the command can read them.
/// </summary>
internal sealed class CopyFile(PictureFiles pictures)
{
    public const string PageName = "what-is-held-about-you.html";
    public const string DocumentName = "what-is-held-about-you.json";

    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The list's file: never inside the ZIP, so that it is not handed over with it.</summary>
    public static string ListOf(string path) => Path.ChangeExtension(path, null) + ".for-review.html";

    /// <summary>Where it lies until it is written down that it was made.</summary>
    public static string PartOf(string path) => path + ".part";

    /// <returns>The SHA-256 of the ZIP, which is at <see cref="PartOf"/>.</returns>
    /// <exception cref="IOException">A file of that name is there already, or it cannot be written.</exception>
    public async Task<string> WriteAsync(Copy copy, string path, CancellationToken cancellationToken)
    {
        await using (var list = OwnFiles.Create(ListOf(path)))
        {
            await list.WriteAsync(Encoding.UTF8.GetBytes(CopyPage.WriteList(copy)), cancellationToken);
        }

        await using var file = OwnFiles.Create(PartOf(path));
        await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken))
        {
            await AddAsync(zip, PageName, CopyPage.Write(copy), cancellationToken);
            await AddAsync(zip, DocumentName, CopyDocument.Write(copy), cancellationToken);
            foreach (var picture in copy.Files)
            {
                await using var bytes = await pictures.OpenAsync(picture, cancellationToken)
                    ?? throw new IOException($"Evidence {picture.Id} cannot be read, or is not as it was received.");
                await using var entry = await BeginAsync(zip, picture.Path, cancellationToken);
                await bytes.CopyToAsync(entry, cancellationToken);
            }
        }

        file.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken cancellationToken)
    {
        await using var entry = await BeginAsync(zip, name, cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    private static Task<Stream> BeginAsync(ZipArchive zip, string name, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoDate;
        entry.ExternalAttributes = 0x81A4 << 16; // -rw-r--r--, whatever the machine thinks of files
        return entry.OpenAsync(cancellationToken);
    }
}
