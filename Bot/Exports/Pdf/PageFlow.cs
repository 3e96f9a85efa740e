using System.Globalization;
using System.Text;

namespace Rowcroft.TeamsBot.Exports.Pdf;

/// <summary>Titles, paragraphs and facts one below the other: wrapped at the margin, carried over to the next page, numbered at the end.</summary>
internal sealed class PageFlow
{
    private const double Margin = 56;
    private const double Bottom = PdfPages.Height - 64;
    private const double LabelWidth = 112;
    private const double LineSpacing = 1.4;
    private const double Body = 9;
    private const double Gray = 0.35;

    private readonly PdfPages _pages;
    private double _y;

    public PageFlow(TrueTypeFont font)
    {
        _pages = new PdfPages(font);
        NextPage();
    }

    /// <summary>Whether something was written that the typeface cannot show.</summary>
    public bool HasBoxes { get; private set; }

    private static double TextWidth => PdfPages.Width - (2 * Margin);

    public void Title(string text) => Block(text, 17, bold: true, before: 0, after: 4);

    public void Heading(string text)
    {
        Room(60); // not alone at the foot of a page
        Block(text, 12, bold: true, before: 16, after: 3);
        _pages.Line(_pages.Count - 1, Margin, _y, TextWidth);
        _y += 6;
    }

    /// <summary>What the following paragraphs are about.</summary>
    public void Subject(string text)
    {
        Room(40);
        Block(text, Body, bold: true, before: 7, after: 1);
    }

    public void Paragraph(string text) => Block(text, Body, after: 3);

    public void Small(string text) => Block(text, 8, gray: Gray, after: 2);

    /// <summary>A label, and beside it what it is.</summary>
    public void Fact(string label, string text)
    {
        var lines = Wrap(Printable(text), TextWidth - LabelWidth, Body);
        for (var index = 0; index < lines.Count; index++)
        {
            Room(Body * LineSpacing);
            if (index == 0)
            {
                _pages.Write(_pages.Count - 1, Margin, _y + Body, label, Body, Gray);
            }

            _pages.Write(_pages.Count - 1, Margin + LabelWidth, _y + Body, lines[index], Body);
            _y += Body * LineSpacing;
        }

        _y += 2;
    }

    /// <param name="foot">What stands at the foot of every page, before its number.</param>
    public byte[] Finish(string title, string foot, DateTimeOffset made)
    {
        for (var page = 0; page < _pages.Count; page++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"Page {page + 1} of {_pages.Count}");
            _pages.Line(page, Margin, PdfPages.Height - 48, TextWidth);
            _pages.Write(page, Margin, PdfPages.Height - 36, foot, 8, Gray);
            _pages.Write(page, PdfPages.Width - Margin - _pages.Font.WidthOf(number, 8), PdfPages.Height - 36, number, 8, Gray);
        }

        return PdfFile.Write(_pages, title, made);
    }

    private void Block(string text, double size, double gray = 0, bool bold = false, double before = 0, double after = 0)
    {
        _y += before;
        foreach (var line in Wrap(Printable(text), TextWidth, size))
        {
            Room(size * LineSpacing);
            _pages.Write(_pages.Count - 1, Margin, _y + size, line, size, gray, bold);
            _y += size * LineSpacing;
        }

        _y += after;
    }

    private void Room(double height)
    {
        if (_y + height > Bottom)
        {
            NextPage();
        }
    }

    private void NextPage()
    {
        _pages.Add();
        _y = Margin;
    }

    private string Printable(string text)
    {
        var printable = PrintableText.Of(text, _pages.Font, out var replaced);
        HasBoxes |= replaced;
        return printable;
    }

    private List<string> Wrap(string text, double width, double size)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length > 0 && _pages.Font.WidthOf($"{line} {word}", size) > width)
                {
                    lines.Add(line);
                    line = "";
                }

                line = Break(line.Length == 0 ? word : $"{line} {word}", width, size, lines);
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>A word that is wider than the page, such as an address, goes on in the next line.</summary>
    /// <returns>What is left of it.</returns>
    private string Break(string word, double width, double size, List<string> lines)
    {
        if (_pages.Font.WidthOf(word, size) <= width)
        {
            return word;
        }

        var (line, used) = (new StringBuilder(), 0.0);
        foreach (var rune in word.EnumerateRunes())
        {
            var wide = _pages.Font.WidthOf(_pages.Font.GlyphOf(rune)) * size / 1000;
            if (line.Length > 0 && used + wide > width)
            {
                lines.Add(line.ToString());
                (line, used) = (new StringBuilder(), 0);
            }

            line.Append(rune);
            used += wide;
        }

        return line.ToString();
    }
}
