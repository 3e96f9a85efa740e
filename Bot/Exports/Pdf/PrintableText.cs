using System.Globalization;
using System.Text;

namespace Rowcroft.TeamsBot.Exports.Pdf;

/// <summary>
/// What people wrote, as far as it can be printed in one typeface from left to right. Whatever cannot (emoji, Chinese, and scripts that
/// run from right to left, which would come out in the wrong order) becomes a box, one for each character that a reader sees.
/// </summary>
internal static class PrintableText
{
    public const char Box = '\u25A1';

    /// <param name="canShow">Whether the typeface has the character.</param>
    /// <param name="replaced">Whether there is a box in it.</param>
    public static string Of(string text, Func<Rune, bool> canShow, out bool replaced)
    {
        var printed = new StringBuilder(text.Length);
        replaced = false;
        var elements = StringInfo.GetTextElementEnumerator(Whole(text).ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC));
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var visible = string.Concat(element.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format));
            if (element is "\n" || visible.EnumerateRunes().All(rune => canShow(rune) && !RunsLeft(rune)))
            {
                printed.Append(element is "\n" ? element : visible);
            }
            else if (visible.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control))
            {
                printed.Append(' ');
            }
            else
            {
                printed.Append(Box);
                replaced = true;
            }
        }

        return printed.ToString();
    }

    /// <summary>Half a character, as a broken client may send it, cannot be normalised.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static bool RunsLeft(Rune rune) => rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF);
}
