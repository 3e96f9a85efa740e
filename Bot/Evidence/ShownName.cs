using System.Globalization;
using System.Text;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>The name under which a screenshot is shown. Never used as a path: files are stored under their hash.</summary>
internal static class ShownName
{
    public const int MaxLength = 120;

    /// <summary>
    /// The name as it was sent, without folders, control characters and those that turn the direction of writing (they can make
    /// <c>exe</c> read as <c>png</c>); shortened in the middle so that the extension stays.
    /// </summary>
    /// <param name="number">Used when no name is left: "Screenshot 3".</param>
    /// <param name="extension">With its dot; empty when the type is not known.</param>
    public static string Clean(string? sent, int number, string extension)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        var cleaned = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            cleaned.Append(IsHarmless(rune) ? rune.ToString() : "");
        }

        var name = cleaned.ToString().Trim(' ', '.');
        return name.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Screenshot {number}{extension}")
            : Shorten(name);
    }

    // "Format" holds the marks and overrides of direction and the zero-width characters; a lone surrogate is enumerated as U+FFFD.
    private static bool IsHarmless(Rune rune) =>
        rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var tail = dot > 0 && name.Length - dot <= 10 ? name[dot..] : "";
        var end = MaxLength - tail.Length - 1;
        if (char.IsHighSurrogate(name[end - 1]))
        {
            end--;
        }

        return name[..end] + "…" + tail;
    }
}
