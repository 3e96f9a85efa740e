using System.Globalization;
using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// Dates of birth in plain signs: a date that is called so, or that stands beside an NHS number. Every other date is left alone: most
/// dates in a report are those of a post.
/// </summary>
internal static partial class BirthDates
{
    /// <summary>How many signs may stand between an NHS number and a date beside it.</summary>
    private const int Beside = 40;

    /// <summary>How far back the word is looked for.</summary>
    private const int Before = 60;

    private const string Called = @"(?:d[. ]?o[. ]?b|date[ _\-]?of[ _\-]?birth|birth[ _\-]?da(?:te|y)|born)(?![a-z])\.?";

    private const string Months =
        "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static IEnumerable<FoundDetail> In(string text, IReadOnlyList<FoundDetail> nhsNumbers)
    {
        var end = 0;
        foreach (var match in Written().Matches(text).Concat(Numbers().Matches(text)).Concat(InOnePiece().Matches(text)).OrderBy(match => match.Index))
        {
            var found = new FoundDetail(PatientDetailKind.DateOfBirth, match.Index, match.Index + match.Length);
            if (found.Start >= end && !nhsNumbers.Any(number => number.Start < found.End && found.Start < number.End) && IsDate(match)
                && (IsCalledSo(text, found) || (!match.Groups["piece"].Success && nhsNumbers.Any(number => AreBeside(number, found)))))
            {
                end = found.End;
                yield return found;
            }
        }
    }

    private static bool AreBeside(FoundDetail number, FoundDetail date) =>
        date.Start >= number.End ? date.Start - number.End <= Beside : number.Start - date.End <= Beside;

    private static bool IsCalledSo(string text, FoundDetail date) =>
        CalledBefore().IsMatch(text[Math.Max(0, date.Start - Before)..date.Start]) || CalledAfter().IsMatch(text[date.End..]);

    private static bool IsDate(Match match)
    {
        if (match.Groups["piece"] is { Success: true, Value: var piece })
        {
            return piece.Length == 6
                ? IsDay(piece[..2], piece[2..4])
                : (IsDay(piece[..2], piece[2..4]) && IsYear(piece[4..])) || (IsYear(piece[..4]) && IsDay(piece[6..], piece[4..6]));
        }

        var (day, month, year) = (match.Groups["day"].Value, match.Groups["month"].Value, match.Groups["year"].Value);
        if (month.Length >= 3)
        {
            month = (Array.IndexOf(MonthNames, month[..3]) + 1).ToString(CultureInfo.InvariantCulture);
        }

        return IsYear(year) && (IsDay(day, month) || IsDay(month, day));
    }

    private static bool IsDay(string day, string month) =>
        Number(month) is >= 1 and <= 12 && Number(day) >= 1 && Number(day) <= DateTime.DaysInMonth(2024, Number(month));

    /// <summary>Two digits are any year.</summary>
    private static bool IsYear(string year) => year.Length == 2 || Number(year) is >= 1880 and < 2100;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>4 March 1962, 4th of Mar. 62, March 4, 1962.</summary>
    [GeneratedRegex(
        @"(?<![0-9])(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[ \-._]{0,3}(?:of )?" + Months + @"[ \-._,]{0,3}(?<year>[0-9]{4}|[0-9]{2})"
        + "|(?<![a-z])" + Months + @"[ \-._]{0,3}(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[ \-._,]{0,3}(?<year>[0-9]{4}))(?![0-9])")]
    private static partial Regex Written();

    /// <summary>04/03/1962, 4-3-62, 4 . 3 . 1962, 1962-03-04.</summary>
    [GeneratedRegex(
        @"(?<![0-9])(?:(?<day>[0-9]{1,2})(?<s> ?[/.\-_ ] ?)(?<month>[0-9]{1,2})\k<s>(?<year>[0-9]{4}|[0-9]{2})"
        + @"|(?<year>[0-9]{4})(?<s> ?[/.\-_ ] ?)(?<month>[0-9]{1,2})\k<s>(?<day>[0-9]{1,2}))(?![0-9])")]
    private static partial Regex Numbers();

    /// <summary>04031962, 19620304, 040362: a date only where it is called one.</summary>
    [GeneratedRegex("(?<![0-9])(?<piece>[0-9]{8}|[0-9]{6})(?![0-9])")]
    private static partial Regex InOnePiece();

    [GeneratedRegex(
        "(?<![a-z])" + Called
        + @"(?:[ :=\-_,;.()\[\]""'#/+]|(?:on|the|is|was|of|for|in|about|patient|patient's|patients|her|his|my|their|child|child's|a|s|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z]))*$")]
    private static partial Regex CalledBefore();

    /// <summary>04/03/1962 (DOB); 4 March 1962 is her date of birth.</summary>
    [GeneratedRegex(@"^ ?(?:\( ?|(?:is|was|as) (?:her |his |their |my |the |a )?(?:patient's |patients |child's )?)" + Called)]
    private static partial Regex CalledAfter();
}
