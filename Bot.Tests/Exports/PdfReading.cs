using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.Exports.Pdf;

namespace Rowcroft.TeamsBot.Tests.Exports;

/// <summary>Reads what stands on the pages of a chronology.</summary>
internal static partial class PdfReading
{
    private static readonly Dictionary<int, Rune> Characters = Enumerable.Range(1, 0xFFFD)
        .Where(Rune.IsValid)
        .Select(code => new Rune(code))
        .Where(rune => TrueTypeFont.DejaVuSans.GlyphOf(rune) != 0)
        .GroupBy(rune => (int)TrueTypeFont.DejaVuSans.GlyphOf(rune))
        .ToDictionary(group => group.Key, group => group.First());

    /// <summary>Every line, in the order in which it was written.</summary>
    public static string Words(byte[] pdf) => string.Join('\n', Lines().Matches(Encoding.Latin1.GetString(pdf)).Select(Read));

    /// <summary>The same without what stands at the foot of each page.</summary>
    public static string Body(byte[] pdf) =>
        string.Join('\n', Words(pdf).Split('\n').Where(line => !line.StartsWith("Page ", StringComparison.Ordinal) && line != "Case RMC-2026-0042"));

    public static int Pages(byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));

    private static string Read(Match line) => string.Concat(line.Groups[1].Value.Chunk(4)
        .Select(glyph => Characters[int.Parse(glyph, NumberStyles.HexNumber, CultureInfo.InvariantCulture)].ToString()));

    [GeneratedRegex("<([0-9A-F]*)> Tj")]
    private static partial Regex Lines();

    [GeneratedRegex("/Type /Page ")]
    private static partial Regex PageObject();
}
