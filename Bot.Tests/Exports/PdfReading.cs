using System.Text;
using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Tests.Exports;

/// <summary>Reads what stands on the pages of a chronology.</summary>
internal static partial class PdfReading
{
    /// <summary>Every line, in the order in which it was written, by what the file itself says that its glyphs mean.</summary>
    public static string Words(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var meanings = Meanings().Matches(text).ToDictionary(one => one.Groups[1].Value, one => (char)Convert.ToUInt16(one.Groups[2].Value, 16));
        return string.Join('\n', Lines().Matches(text).Select(line => string.Concat(
            line.Groups[1].Value.ReplaceLineEndings("").Chunk(4).Select(glyph => meanings[new string(glyph)]))));
    }

    /// <summary>The same without what stands at the foot of each page.</summary>
    public static string Body(byte[] pdf) =>
        string.Join('\n', Words(pdf).Split('\n').Where(line => !line.StartsWith("Page ", StringComparison.Ordinal) && line != "Case RMC-2026-0042"));

    public static int Pages(byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex("<([0-9A-F\\s]*)> Tj")]
    private static partial Regex Lines();

    [GeneratedRegex("^<([0-9A-F]{4})><\\1><([0-9A-F]{4})>$", RegexOptions.Multiline)]
    private static partial Regex Meanings();

    [GeneratedRegex("/Type/Page/")]
    private static partial Regex PageObject();
}
