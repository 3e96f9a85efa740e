using System.Buffers.Binary;
using System.Text;
using static Rowcroft.TeamsBot.Exports.Pdf.TrueTypeFont;

namespace Rowcroft.TeamsBot.Exports.Pdf;

/// <summary>
/// A font file with the outlines of some glyphs only. Glyphs keep their numbers, so that nothing else has to be rewritten. The same glyphs
/// give the same bytes.
/// </summary>
internal static class FontSubset
{
    private const int MorePartsFollow = 0x20;
    private const uint WholeFile = 0xB1B0AFBA;

    public static byte[] Of(TrueTypeFont font, IEnumerable<ushort> glyphs)
    {
        var kept = WithParts(font, glyphs);
        using var outlines = new MemoryStream();
        var places = new byte[4 * (font.GlyphCount + 1)];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * glyph), (uint)outlines.Length);
            if (kept.Contains(glyph))
            {
                outlines.Write(Padded(font.OutlineOf(glyph).ToArray()));
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * font.GlyphCount), (uint)outlines.Length);
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1); // places are written with four bytes
        return File(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cvt "] = font.Table("cvt ").ToArray(),
            ["fpgm"] = font.Table("fpgm").ToArray(),
            ["glyf"] = outlines.ToArray(),
            ["head"] = head,
            ["hhea"] = font.Table("hhea").ToArray(),
            ["hmtx"] = font.Table("hmtx").ToArray(),
            ["loca"] = places,
            ["maxp"] = font.Table("maxp").ToArray(),
            ["prep"] = font.Table("prep").ToArray(),
        });
    }

    /// <summary>Glyph 0 belongs to every font; an accented letter is put together from others.</summary>
    private static SortedSet<int> WithParts(TrueTypeFont font, IEnumerable<ushort> glyphs)
    {
        var kept = new SortedSet<int>();
        var open = new Stack<int>(glyphs.Select(glyph => (int)glyph).Append(0));
        while (open.TryPop(out var glyph))
        {
            if (kept.Add(glyph) && font.OutlineOf(glyph) is { Length: > 0 } outline && S16(outline, 0) < 0)
            {
                foreach (var part in PartsOf(outline))
                {
                    open.Push(part);
                }
            }
        }

        return kept;
    }

    private static IEnumerable<int> PartsOf(ReadOnlyMemory<byte> outline)
    {
        var (at, flags) = (10, MorePartsFollow);
        while ((flags & MorePartsFollow) != 0)
        {
            flags = U16(outline, at);
            yield return U16(outline, at + 2);
            at += 4 + ((flags & 0x01) != 0 ? 4 : 2);
            at += (flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
        }
    }

    private static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        var powers = (int)Math.Log2(tables.Count);
        using var file = new MemoryStream();
        Write(file, 0x00010000, 4);
        Write(file, (uint)tables.Count, 2);
        Write(file, 16u << powers, 2);
        Write(file, (uint)powers, 2);
        Write(file, (uint)((16 * tables.Count) - (16 << powers)), 2);
        var at = 12 + (16 * tables.Count);
        foreach (var (tag, content) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            Write(file, Sum(content), 4);
            Write(file, (uint)at, 4);
            Write(file, (uint)content.Length, 4);
            at += Padded(content).Length;
        }

        var headAt = file.Length;
        foreach (var (tag, content) in tables)
        {
            headAt = tag == "head" ? file.Length : headAt;
            file.Write(Padded(content));
        }

        var bytes = file.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan((int)headAt + 8), unchecked(WholeFile - Sum(bytes)));
        return bytes;
    }

    private static void Write(Stream file, uint value, int bytes)
    {
        for (var shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        {
            file.WriteByte((byte)(value >> shift));
        }
    }

    private static uint Sum(byte[] table)
    {
        var padded = Padded(table);
        var sum = 0u;
        for (var at = 0; at < padded.Length; at += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(at)));
        }

        return sum;
    }

    private static byte[] Padded(byte[] table)
    {
        Array.Resize(ref table, (table.Length + 3) / 4 * 4);
        return table;
    }
}
