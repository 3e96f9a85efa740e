using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A number or a place in a row, in figures or words, as people use them to point at one of a list.</summary>
/// <param name="Start">Its first character in the sentence.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Value">Null when it points at nothing that can be counted from the start: "last", "2.5".</param>
internal sealed partial record EnglishNumber(int Start, string Text, int? Value)
{
    private const string Units = "one|two|three|four|five|six|seven|eight|nine";
    private const string Teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private const string Tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string UnitPlaces = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth";

    private const string TeenPlaces =
        "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth";

    private const string TensPlaces = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth";

    private static readonly FrozenDictionary<string, int> Values = NamedValues().ToFrozenDictionary();

    /// <summary>Places: "first", "2nd", "twenty-third". "Last" and its like are places too, of unknown number.</summary>
    public static List<EnglishNumber> Ordinals(string text) => Read(OrdinalWords(), text);

    /// <summary>Numbers: "2", "two", "twenty-two".</summary>
    public static List<EnglishNumber> Cardinals(string text) => Read(CardinalWords(), text);

    private static List<EnglishNumber> Read(Regex pattern, string text)
    {
        var numbers = new List<EnglishNumber>();
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            numbers.Add(new EnglishNumber(match.Index, match.Value, ValueOf(match)));
        }

        return numbers;
    }

    private static int? ValueOf(Match match)
    {
        if (match.Groups["figures"] is { Success: true } figures)
        {
            var culture = CultureInfo.InvariantCulture;
            return int.TryParse(figures.ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, culture, out var value)
                ? value
                : null;
        }

        if (match.Groups["relative"].Success)
        {
            return null;
        }

        return Named(match.Groups["tens"]) + Named(match.Groups["unit"]);
    }

    private static int Named(Group word) => word.Success ? Values[word.Value.ToLowerInvariant()] : 0;

    private static IEnumerable<KeyValuePair<string, int>> NamedValues()
    {
        foreach (var (words, first, step) in new[]
        {
            ("zero", 0, 1), (Units, 1, 1), (Teens, 10, 1), (Tens, 20, 10),
            (UnitPlaces, 1, 1), (TeenPlaces, 10, 1), (TensPlaces, 20, 10),
        })
        {
            foreach (var (i, word) in words.Split('|').Index())
            {
                yield return new(word, first + (i * step));
            }
        }
    }

    [GeneratedRegex(
        @"(?<!\w)(?:(?<figures>\d+)(?:st|nd|rd|th)"
        + "|(?:(?<tens>" + Tens + @")[\s-])?(?<unit>" + UnitPlaces + ")"
        + "|(?<unit>" + TeenPlaces + "|" + TensPlaces + ")"
        + @"|(?<relative>last|previous|next|current|penultimate))(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalWords();

    [GeneratedRegex(
        @"(?<![\w.]|\d,)(?:(?<figures>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
        + "|(?:(?<tens>" + Tens + @")[\s-])?(?<unit>" + Units + ")"
        + "|(?<unit>zero|" + Teens + "|" + Tens + @"))(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CardinalWords();
}
