using System.Globalization;
using System.Text;

namespace Rowcroft.TeamsBot.Exports.Pdf;

/// <summary>Text and lines on A4 pages, in points from the page's top left corner, in one typeface.</summary>
internal sealed class PdfPages(TrueTypeFont font)
{
    public const double Width = 595;
    public const double Height = 842;

    private readonly List<StringBuilder> _pages = [];
    private readonly SortedDictionary<ushort, Rune> _used = [];

    public TrueTypeFont Font => font;

    public int Count => _pages.Count;

    /// <summary>Glyphs that were written, each with a character that it stands for.</summary>
    public IReadOnlyDictionary<ushort, Rune> Used => _used;

    public void Add() => _pages.Add(new StringBuilder());

    public string ContentOf(int page) => _pages[page].ToString();

    /// <param name="page">From 0.</param>
    /// <param name="baseline">Where the letters stand.</param>
    /// <param name="gray">0 is black, 1 white.</param>
    /// <param name="bold">Letters are drawn with an outline: no second font file is needed.</param>
    public void Write(int page, double x, double baseline, string text, double size, double gray = 0, bool bold = false)
    {
        var glyphs = new StringBuilder(4 * text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.GlyphOf(rune);
            _used.TryAdd(glyph, rune);
            glyphs.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        var thickness = bold ? $"2 Tr {Say(size * 0.035)} w {Say(gray)} G" : "0 Tr";
        _pages[page].Append(CultureInfo.InvariantCulture,
            $"BT /F1 {Say(size)} Tf {thickness} {Say(gray)} g {Say(x)} {Say(Height - baseline)} Td <{glyphs}> Tj ET\n");
    }

    public void Line(int page, double x, double y, double width) => _pages[page].Append(
        CultureInfo.InvariantCulture, $"0.75 G 0.5 w {Say(x)} {Say(Height - y)} m {Say(x + width)} {Say(Height - y)} l S\n");

    private static string Say(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
