using System.Text;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Says what a file is from its content; its name and what the sender calls it do not count. A picture must also be whole: its structure is
/// walked to its end. Nothing is decoded.
/// </summary>
internal static class PictureRecognition
{
    /// <param name="content">Seekable; left wherever reading ended.</param>
    /// <param name="outline">What its headers say; complete when a type is returned.</param>
    /// <param name="refusal">Why it is not kept; meaningless when a type is returned.</param>
    public static PictureType? Recognise(Stream content, out PictureOutline outline, out EvidenceRefusal refusal)
    {
        outline = new PictureOutline();
        var reader = new PictureReader(content);
        Span<byte> buffer = stackalloc byte[256];
        var head = buffer[..reader.Peek(buffer)];
        if (Structure(head) is not { } structure)
        {
            refusal = Other(head);
            return null;
        }

        refusal = EvidenceRefusal.Incomplete;
        if (!structure.IsWhole(reader, outline))
        {
            return null;
        }

        outline.End = reader.Position;
        return structure.Type;
    }

    private static (PictureType Type, Func<PictureReader, PictureOutline, bool> IsWhole)? Structure(ReadOnlySpan<byte> head) =>
        head.StartsWith(PngStructure.Signature) ? (PictureType.Png, PngStructure.IsWhole)
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? (PictureType.Jpeg, JpegStructure.IsWhole)
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? (PictureType.Gif, GifStructure.IsWhole)
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8) ? (PictureType.WebP, WebPStructure.IsWhole)
        : null;

    private static EvidenceRefusal Other(ReadOnlySpan<byte> head) =>
        head.IsEmpty ? EvidenceRefusal.Empty
        : IsProgram(head) ? EvidenceRefusal.Program
        : head.StartsWith("%PDF"u8) ? EvidenceRefusal.Pdf
        : head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) && IsPhonePicture(head[8..12]) ? EvidenceRefusal.Heic
        : IsSvg(head) ? EvidenceRefusal.Svg
        : EvidenceRefusal.NotAPicture;

    /// <summary>Windows, Linux, macOS (both byte orders and universal) and scripts.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8)
        || head.StartsWith("\u007fELF"u8)
        || head.StartsWith("#!"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE])
        || head.StartsWith((ReadOnlySpan<byte>)[0xCE, 0xFA, 0xED, 0xFE])
        || head.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE]);

    private static bool IsPhonePicture(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8)
        || brand.StartsWith("avi"u8);

    private static bool IsSvg(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
            || (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && text.Contains("<svg", StringComparison.OrdinalIgnoreCase))
            || text.StartsWith("<!DOCTYPE svg", StringComparison.OrdinalIgnoreCase);
    }
}
