using System.IO.Compression;
using System.Text;

namespace Rowcroft.TeamsBot.Tests.Exports;

/// <summary>Takes bundles apart and puts others together.</summary>
internal static class ZipReading
{
    public static Dictionary<string, byte[]> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    public static string Text(byte[] zip, string entry) => Encoding.UTF8.GetString(Entries(zip)[entry]);

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries, CompressionLevel level = CompressionLevel.NoCompression)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var content = archive.CreateEntry(name, level).Open();
                content.Write(bytes);
            }
        }

        return zip.ToArray();
    }
}
