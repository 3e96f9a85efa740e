using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// NHS numbers in plain signs: ten digits in one piece or in groups, the last of which is the check digit. Ten digits within a longer
/// number are none, so that telephone numbers (eleven digits), ids of posts and hashes are left alone.
/// Source: https://www.datadictionary.nhs.uk/attributes/nhs_number.html
/// </summary>
internal static partial class NhsNumbers
{
    private const int Length = 10;

    public static IEnumerable<FoundDetail> In(string text)
    {
        var groups = Digits().Matches(text);
        for (var first = 0; first < groups.Count; first++)
        {
            if (LastOf(text, groups, first) is { } last)
            {
                var end = groups[last].Index + groups[last].Length;
                yield return new FoundDetail(PatientDetailKind.NhsNumber, groups[first].Index, end);
                first = last;
            }
        }
    }

    /// <summary>The group with which a number ends that begins with the first one; <c>null</c> when none begins there.</summary>
    private static int? LastOf(string text, MatchCollection groups, int first)
    {
        var (digits, plain) = ("", true);
        for (var last = first; last < groups.Count && digits.Length < Length; last++)
        {
            if (last > first)
            {
                var between = Between(text, groups, last);
                if (!Separator().IsMatch(between))
                {
                    return null;
                }

                plain &= PlainSeparator().IsMatch(between);
            }

            digits += groups[last].Value;
            if (digits.Length == Length && IsValid(digits) && !IsTelephone(text, groups, first))
            {
                var lengths = Enumerable.Range(first, last - first + 1).Select(group => groups[group].Length).ToList();
                return IsUsual(lengths) || (plain && StandsAlone(text, groups, first, last) && !HasDate(groups, first, last)) ? last : null;
            }
        }

        return null;
    }

    /// <summary>The last digit is 11 less the weighted sum of the others, modulo 11; 11 counts as 0, and 10 never occurs.</summary>
    private static bool IsValid(string digits)
    {
        var sum = Enumerable.Range(0, Length - 1).Sum(at => (digits[at] - '0') * (Length - at));
        return (11 - (sum % 11)) % 11 == digits[^1] - '0' && digits.Any(digit => digit != '0');
    }

    /// <summary>943 476 5919, as it is printed, or with a gap left out.</summary>
    private static bool IsUsual(IReadOnlyList<int> lengths) => lengths is [10] or [3, 3, 4] or [3, 7] or [6, 4];

    /// <summary>Groups of other lengths count only when no digits before or after could belong to them.</summary>
    private static bool StandsAlone(string text, MatchCollection groups, int first, int last) =>
        (first == 0 || !Separator().IsMatch(Between(text, groups, first)))
        && (last == groups.Count - 1 || !Separator().IsMatch(Between(text, groups, last + 1)));

    /// <summary>2026-03-04 10 and the like.</summary>
    private static bool HasDate(MatchCollection groups, int first, int last)
    {
        var values = Enumerable.Range(first, last - first + 1).Select(group => groups[group].Value).ToList();
        return values.Any(value => value.Length == 4 && value[..2] is "19" or "20") && values.Count(value => value.Length <= 2) >= 2;
    }

    /// <summary>+44 117 496 0123: written with the country's number.</summary>
    private static bool IsTelephone(string text, MatchCollection groups, int first)
    {
        while (first > 0 && PlainSeparator().IsMatch(Between(text, groups, first)))
        {
            first--;
        }

        var start = groups[first].Index;
        return start > 0 && text[start - 1] == '+' && (start == 1 || text[start - 2] is ' ' or '(' or ':');
    }

    private static string Between(string text, MatchCollection groups, int group)
    {
        var end = groups[group - 1].Index + groups[group - 1].Length;
        return text[end..groups[group].Index];
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[ \-._+/]{1,5}$")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[ \-]{1,5}$")]
    private static partial Regex PlainSeparator();
}
