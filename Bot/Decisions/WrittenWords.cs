using System.Text;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// What somebody wrote, made fit for a card. Nothing is interpreted or translated; only what cannot be seen goes: control characters,
/// and marks that turn the direction of text and so can make it read as something else.
/// </summary>
internal static class WrittenWords
{
    /// <summary>Line breaks of any kind become <c>\n</c>.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter == '\t')
            {
                clean.Append(' ');
            }
            else if (letter == '\n' || !(char.IsControl(letter) || IsDirectionMark(letter)))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>On one line.</summary>
    public static string OneLine(string text, int limit) => Cut(Clean(text).Replace('\n', ' '), limit);

    /// <summary>The beginning, with an ellipsis where it was cut; never half of a character made of two.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>The lines that say something; when there are more than <paramref name="limit"/>, the last holds all the rest.</summary>
    public static IReadOnlyList<string> Lines(string text, int limit)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length <= limit ? lines : [.. lines.Take(limit - 1), string.Join(' ', lines.Skip(limit - 1))];
    }

    private static bool IsDirectionMark(char letter) =>
        letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';
}
