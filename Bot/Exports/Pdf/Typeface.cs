using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Rowcroft.TeamsBot.Exports.Pdf;

/// <summary>
/// The one typeface that documents are printed in (its licence stands beside it). It is embedded whole: the part that PDFsharp cuts out of
/// a font lacks pieces of letters that are made of letters made of others, such as ї, Ά and ế.
/// </summary>
internal static class Typeface
{
    /// <summary>As the file names it, without a tag in front: it is no part of the font.</summary>
    public const string Name = "/DejaVuSans";

    private const string Family = "DejaVu Sans";

    /// <summary>PDFsharp takes one resolver for the whole process, before the first font: this runs once, before <see cref="Of"/>.</summary>
    static Typeface() => GlobalFontSettings.FontResolver = new EmbeddedFont();

    /// <param name="size">In points.</param>
    /// <param name="bold">Letters are drawn with an outline: no second font file is needed.</param>
    public static XFont Of(double size, bool bold = false) => new(
        Family,
        size,
        bold ? XFontStyleEx.Bold : XFontStyleEx.Regular,
        new XPdfFontOptions(PdfFontEncoding.Unicode, PdfFontEmbedding.EmbedCompleteFontFile));

    /// <summary>Characters beyond the basic plane count as missing: PDFsharp would print them, but nobody could search or copy them.</summary>
    public static bool Has(Rune character, XFont font) => character.IsBmp && GlyphHelper.GlyphIndexFromCodePoint(character.Value, font) != 0;

    private sealed class EmbeddedFont : IFontResolver
    {
        public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
            familyName == Family ? new FontResolverInfo("DejaVuSans.ttf", isBold, isItalic) : null;

        public byte[] GetFont(string faceName)
        {
            using var stream = typeof(Typeface).Assembly.GetManifestResourceStream($"Rowcroft.TeamsBot.Exports.Fonts.{faceName}")!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
