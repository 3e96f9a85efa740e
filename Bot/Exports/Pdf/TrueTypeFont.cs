using System.Buffers.Binary;
using System.Text;

namespace Rowcroft.TeamsBot.Exports.Pdf;

/// <summary>
/// A TrueType font as far as printing needs it: which glyph a character has, how wide it is, and its tables. Characters beyond the basic
/// plane count as missing.
/// </summary>
/// <remarks>Tables and fields: https://learn.microsoft.com/typography/opentype/spec/.</remarks>
internal sealed class TrueTypeFont
{
    private const int SegmentMapping = 4;
    private const int WindowsPlatform = 3;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tables = [];
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly int _unitsPerEm;
    private readonly int _widths;

    private TrueTypeFont(ReadOnlyMemory<byte> file)
    {
        for (var (index, count) = (0, U16(file, 4)); index < count; index++)
        {
            var record = file.Slice(12 + (16 * index), 16);
            _tables[Encoding.ASCII.GetString(record.Span[..4])] = file.Slice((int)U32(record, 8), (int)U32(record, 12));
        }

        _unitsPerEm = U16(_tables["head"], 18);
        _widths = U16(_tables["hhea"], 34);
        GlyphCount = U16(_tables["maxp"], 4);
        ReadCharacters(_tables["cmap"]);
    }

    /// <summary>The one that the documents are printed in (its licence stands beside it).</summary>
    public static TrueTypeFont DejaVuSans { get; } = Load("DejaVuSans.ttf");

    public int GlyphCount { get; }

    /// <summary>In thousandths of the font's size, like all lengths here.</summary>
    public int Ascent => Scale(S16(_tables["hhea"], 4));

    /// <inheritdoc cref="Ascent"/>
    public int Descent => Scale(S16(_tables["hhea"], 6));

    public IReadOnlyList<int> Box => [.. new[] { 36, 38, 40, 42 }.Select(at => Scale(S16(_tables["head"], at)))];

    public ReadOnlyMemory<byte> Table(string tag) => _tables[tag];

    /// <returns>0 when the font has no glyph for it.</returns>
    public ushort GlyphOf(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    public int WidthOf(ushort glyph) => Scale(U16(_tables["hmtx"], 4 * Math.Min((int)glyph, _widths - 1)));

    public double WidthOf(string text, double size) => text.EnumerateRunes().Sum(rune => WidthOf(GlyphOf(rune))) * size / 1000;

    /// <summary>The bytes that draw a glyph; empty for a space.</summary>
    public ReadOnlyMemory<byte> OutlineOf(int glyph)
    {
        var places = _tables["loca"];
        var (from, to) = U16(_tables["head"], 50) == 0
            ? (2 * U16(places, 2 * glyph), 2 * U16(places, (2 * glyph) + 2))
            : ((int)U32(places, 4 * glyph), (int)U32(places, (4 * glyph) + 4));
        return _tables["glyf"][from..to];
    }

    internal static int U16(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..]);

    internal static int S16(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.Span[at..]);

    internal static uint U32(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[at..]);

    private static TrueTypeFont Load(string name)
    {
        using var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"Rowcroft.TeamsBot.Exports.Fonts.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TrueTypeFont(bytes);
    }

    private void ReadCharacters(ReadOnlyMemory<byte> cmap)
    {
        for (var (index, count) = (0, U16(cmap, 2)); index < count; index++)
        {
            var table = cmap[(int)U32(cmap, 8 + (8 * index))..];
            if (U16(cmap, 4 + (8 * index)) == WindowsPlatform && U16(table, 0) == SegmentMapping)
            {
                ReadSegments(table);
                return;
            }
        }

        throw new InvalidDataException("The font has no mapping of characters that is understood here.");
    }

    private void ReadSegments(ReadOnlyMemory<byte> table)
    {
        var segments = U16(table, 6) / 2;
        var (ends, starts) = (14, 16 + (2 * segments));
        var (deltas, offsets) = (starts + (2 * segments), starts + (4 * segments));
        for (var segment = 0; segment < segments; segment++)
        {
            var (first, last) = (U16(table, starts + (2 * segment)), U16(table, ends + (2 * segment)));
            var (delta, place) = (U16(table, deltas + (2 * segment)), offsets + (2 * segment));
            for (var character = first; character <= last && character < 0xFFFF; character++)
            {
                var glyph = U16(table, place) == 0
                    ? character + delta
                    : U16(table, place + U16(table, place) + (2 * (character - first))) is var found and > 0 ? found + delta : 0;
                if ((ushort)glyph != 0)
                {
                    _glyphs[character] = (ushort)glyph;
                }
            }
        }
    }

    private int Scale(int units) => (int)Math.Round(units * 1000.0 / _unitsPerEm, MidpointRounding.AwayFromZero);
}
