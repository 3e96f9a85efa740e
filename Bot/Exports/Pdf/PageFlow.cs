using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Rowcroft.TeamsBot.Exports.Pdf;

/// <summary>
/// Titles, paragraphs and facts one below the other on A4 pages: wrapped at the margin, carried over to the next page, numbered at the end.
/// All lengths are in points, from the page's top left corner.
/// </summary>
internal sealed class PageFlow
{
    private const double Width = 595;
    private const double Height = 842;
    private const double Margin = 56;
    private const double Bottom = Height - 64;
    private const double LabelWidth = 112;
    private const double LineSpacing = 1.4;
    private const double Body = 9;
    private const double Gray = 0.35;

    private readonly PdfDocument _document = SteadyPdf.New();
    private readonly List<XGraphics> _pages = [];
    private double _y;

    public PageFlow() => NextPage();

    /// <summary>Whether something was written that the typeface cannot show.</summary>
    public bool HasBoxes { get; private set; }

    private static double TextWidth => Width - (2 * Margin);

    public void Title(string text) => Block(text, Typeface.Of(17, bold: true), before: 0, after: 4);

    public void Heading(string text)
    {
        Room(60); // not alone at the foot of a page
        Block(text, Typeface.Of(12, bold: true), before: 16, after: 3);
        Line(_pages[^1], _y);
        _y += 6;
    }

    /// <summary>What the following paragraphs are about.</summary>
    public void Subject(string text)
    {
        Room(40);
        Block(text, Typeface.Of(Body, bold: true), before: 7, after: 1);
    }

    public void Paragraph(string text) => Block(text, Typeface.Of(Body), after: 3);

    public void Small(string text) => Block(text, Typeface.Of(8), gray: Gray, after: 2);

    /// <summary>A label, and beside it what it is.</summary>
    public void Fact(string label, string text)
    {
        var font = Typeface.Of(Body);
        var lines = Wrap(Printable(text, font), TextWidth - LabelWidth, font);
        for (var index = 0; index < lines.Count; index++)
        {
            Room(Body * LineSpacing);
            if (index == 0)
            {
                Write(_pages[^1], Margin, _y + Body, label, font, Gray);
            }

            Write(_pages[^1], Margin + LabelWidth, _y + Body, lines[index], font);
            _y += Body * LineSpacing;
        }

        _y += 2;
    }

    /// <param name="foot">What stands at the foot of every page, before its number.</param>
    public byte[] Finish(string title, string foot, DateTimeOffset made)
    {
        var font = Typeface.Of(8);
        for (var index = 0; index < _pages.Count; index++)
        {
            using var page = _pages[index];
            var number = string.Create(CultureInfo.InvariantCulture, $"Page {index + 1} of {_pages.Count}");
            Line(page, Height - 48);
            Write(page, Margin, Height - 36, foot, font, Gray);
            Write(page, Width - Margin - WidthOf(number, font), Height - 36, number, font, Gray);
        }

        return SteadyPdf.Save(_document, title, made);
    }

    /// <param name="baseline">Where the letters stand.</param>
    /// <param name="gray">0 is black, 1 white.</param>
    private static void Write(XGraphics page, double x, double baseline, string text, XFont font, double gray = 0) =>
        page.DrawString(text, font, new XSolidBrush(XColor.FromGrayScale(gray)), x, baseline);

    private static void Line(XGraphics page, double y) =>
        page.DrawLine(new XPen(XColor.FromGrayScale(0.75), 0.5), Margin, y, Width - Margin, y);

    private void Block(string text, XFont font, double gray = 0, double before = 0, double after = 0)
    {
        _y += before;
        foreach (var line in Wrap(Printable(text, font), TextWidth, font))
        {
            Room(font.Size * LineSpacing);
            Write(_pages[^1], Margin, _y + font.Size, line, font, gray);
            _y += font.Size * LineSpacing;
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
        var page = _document.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(Width), XUnit.FromPoint(Height));
        _pages.Add(XGraphics.FromPdfPage(page));
        _y = Margin;
    }

    private string Printable(string text, XFont font)
    {
        var printable = PrintableText.Of(text, rune => Typeface.Has(rune, font), out var replaced);
        HasBoxes |= replaced;
        return printable;
    }

    private double WidthOf(string text, XFont font) => _pages[^1].MeasureString(text, font).Width;

    private List<string> Wrap(string text, double width, XFont font)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length > 0 && WidthOf($"{line} {word}", font) > width)
                {
                    lines.Add(line);
                    line = "";
                }

                line = Break(line.Length == 0 ? word : $"{line} {word}", width, font, lines);
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>A word that is wider than the page, such as an address, goes on in the next line.</summary>
    /// <returns>What is left of it.</returns>
    private string Break(string word, double width, XFont font, List<string> lines)
    {
        if (WidthOf(word, font) <= width)
        {
            return word;
        }

        var (line, used) = (new StringBuilder(), 0.0);
        foreach (var rune in word.EnumerateRunes())
        {
            var wide = WidthOf(rune.ToString(), font);
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
