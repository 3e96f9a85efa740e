using System.Buffers.Binary;
using System.Text;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Finds a file that is a picture and something else at the same time: an archive, a program, a page or a PDF, which other software would
/// open as such. No camera and no screenshot makes these. Bytes after the end that are none of these are usual and no reason to refuse.
/// </summary>
internal static class HiddenFile
{
    // An archive is read from its end: the record is 22 bytes and a comment of up to 65,535. A PDF may begin in the first 1,024 bytes.
    private const int ArchiveEnd = 22;
    private const int PdfWindow = 1024;

    private static readonly string[] PageWords = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?php", "<iframe"];

    /// <param name="end">The first byte after the picture.</param>
    public static bool IsIn(Stream content, long end) => IsPdf(content) || IsArchive(content) || (end < content.Length && FollowsAt(content, end));

    private static bool IsPdf(Stream content) => Read(content, 0, PdfWindow).IndexOf("%PDF-"u8) >= 0;

    private static bool FollowsAt(Stream content, long end)
    {
        var bytes = Read(content, end, PdfWindow).TrimStart((ReadOnlySpan<byte>)[0, (byte)' ', (byte)'\r', (byte)'\n', (byte)'\t']);
        return PictureRecognition.IsProgram(bytes)
            || bytes.StartsWith("PK\u0003\u0004"u8)
            || bytes.StartsWith("Rar!"u8)
            || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
            || bytes.IndexOf("%PDF-"u8) >= 0
            || HasPageWord(Encoding.Latin1.GetString(bytes));
    }

    private static bool HasPageWord(string text) => PageWords.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The last record of a ZIP (also JAR, DOCX, APK), whose comment ends exactly where the file does.</summary>
    private static bool IsArchive(Stream content)
    {
        var start = Math.Max(0, content.Length - ArchiveEnd - ushort.MaxValue);
        var tail = Read(content, start, (int)(content.Length - start));
        for (int at; (at = tail.IndexOf("PK\u0005\u0006"u8)) >= 0 && tail.Length - at >= ArchiveEnd; tail = tail[(at + 4)..])
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length - at - ArchiveEnd)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Read(Stream content, long from, int count)
    {
        content.Position = from;
        var bytes = new byte[Math.Min(count, content.Length - from)];
        return bytes.AsSpan(0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
