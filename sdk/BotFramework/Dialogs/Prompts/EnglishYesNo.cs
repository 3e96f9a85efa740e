using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Finds yes or no in what somebody typed, anywhere in the sentence.</summary>
internal static partial class EnglishYesNo
{
    /// <returns>
    /// Null when it says neither. When it says both, the longer expression counts ("not ok" is a no), then the earlier one.
    /// </returns>
    public static bool? Find(string text)
    {
        var words = text.ToLowerInvariant();
        return (Longest(YesWords(), words), Longest(NoWords(), words)) switch
        {
            (null, null) => null,
            ({ }, null) => true,
            (null, { }) => false,
            ({ } yes, { } no) when yes.Words != no.Words => yes.Words > no.Words,
            ({ } yes, { } no) => yes.Position < no.Position,
        };
    }

    private static Expression Longest(Regex expressions, string text)
    {
        Expression longest = null;
        foreach (var match in expressions.EnumerateMatches(text))
        {
            var words = text.AsSpan(match.Index, match.Length).ContainsAny(" \t\r\n\u00A0") ? 2 : 1;
            if (longest == null || words > longest.Words)
            {
                longest = new Expression(match.Index, words);
            }
        }

        return longest;
    }

    [GeneratedRegex(@"\b(true|yes|yep|yup|yeah|y|sure|ok|agree)\b" + "|\U0001F44D|\U0001F44C", RegexOptions.CultureInvariant)]
    private static partial Regex YesWords();

    [GeneratedRegex(@"\b(false|nope|nop|no|not\s+ok|disagree|n)\b" + "|\U0001F44E|\u270B|\U0001F590", RegexOptions.CultureInvariant)]
    private static partial Regex NoWords();

    private sealed record Expression(int Position, int Words);
}
