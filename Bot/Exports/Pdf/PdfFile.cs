using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rowcroft.TeamsBot.Exports.Pdf;

/// <summary>
/// Pages as a PDF file (ISO 32000-1) with the font inside. Nothing in it depends on the machine, the moment or chance, and nothing is
/// compressed, because compressors differ between versions: the same pages are the same bytes everywhere.
/// </summary>
internal sealed class PdfFile
{
    private const int Catalogue = 1;
    private const int Tree = 2;
    private const int Facts = 3;
    private const int Typeface = 4;
    private const int Glyphs = 5;
    private const int Metrics = 6;
    private const int FontProgram = 7;
    private const int Meanings = 8;
    private const int FirstPage = 9;

    private readonly MemoryStream _file = new();
    private readonly List<long> _places = [];

    private PdfFile()
    {
    }

    /// <param name="made">What the file says about its own age: from the case, never from the clock.</param>
    public static byte[] Write(PdfPages pages, string title, DateTimeOffset made)
    {
        var file = new PdfFile();
        file.Text("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        file.Object($"<< /Type /Catalog /Pages {Tree} 0 R /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var kids = string.Join(' ', Enumerable.Range(0, pages.Count).Select(page => $"{FirstPage + (2 * page)} 0 R"));
        file.Object($"<< /Type /Pages /Count {pages.Count} /Kids [{kids}] >>");
        var date = made.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        file.Object($"<< /Title {Hexadecimal(title)} /CreationDate (D:{date}Z) /ModDate (D:{date}Z) >>");
        file.Font(pages);
        for (var page = 0; page < pages.Count; page++)
        {
            file.Object(
                $"<< /Type /Page /Parent {Tree} 0 R /MediaBox [0 0 {PdfPages.Width} {PdfPages.Height}] "
                + $"/Resources << /Font << /F1 {Typeface} 0 R >> >> /Contents {FirstPage + (2 * page) + 1} 0 R >>");
            file.Stream(Encoding.ASCII.GetBytes(pages.ContentOf(page)));
        }

        return file.Finish();
    }

    private void Font(PdfPages pages)
    {
        var font = pages.Font;
        const string name = "AAAAAA+DejaVuSans"; // six letters before the sign say that it is a part of the font
        var widths = string.Join(' ', pages.Used.Keys.Select(glyph => $"{glyph} [{font.WidthOf(glyph)}]"));
        Object($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{Glyphs} 0 R] /ToUnicode {Meanings} 0 R >>");
        Object(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {Metrics} 0 R /CIDToGIDMap /Identity /DW 600 /W [{widths}] >>");
        Object(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [{string.Join(' ', font.Box.Select(Say))}] /ItalicAngle 0 "
            + $"/Ascent {Say(font.Ascent)} /Descent {Say(font.Descent)} /CapHeight 729 /StemV 80 /FontFile2 {FontProgram} 0 R >>");
        var program = FontSubset.Of(font, pages.Used.Keys);
        Stream(program, $" /Length1 {program.Length}");
        Stream(Encoding.ASCII.GetBytes(CharactersOf(pages.Used)));
    }

    /// <summary>What each glyph means, so that text can be searched and copied.</summary>
    private static string CharactersOf(IReadOnlyDictionary<ushort, Rune> used)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var some in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, character) in some)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{character.Value:X4}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end\n").ToString();
    }

    /// <summary>A text in UTF-16, which every viewer reads alike.</summary>
    private static string Hexadecimal(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>Some cultures write a minus sign that no reader of PDF files knows.</summary>
    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Text(string text) => _file.Write(Encoding.Latin1.GetBytes(text));

    private void Object(string content)
    {
        _places.Add(_file.Length);
        Text($"{_places.Count} 0 obj\n{content}\nendobj\n");
    }

    private void Stream(byte[] content, string more = "")
    {
        _places.Add(_file.Length);
        Text($"{_places.Count} 0 obj\n<< /Length {content.Length}{more} >>\nstream\n");
        _file.Write(content);
        Text("\nendstream\nendobj\n");
    }

    private byte[] Finish()
    {
        var id = Convert.ToHexString(SHA256.HashData(_file.ToArray())[..16]);
        var table = _file.Length;
        Text($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in _places)
        {
            Text(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        }

        Text($"trailer\n<< /Size {_places.Count + 1} /Root {Catalogue} 0 R /Info {Facts} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n");
        return _file.ToArray();
    }
}
