namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>The way to break a sentence into words unless another is given.</summary>
public class Tokenizer
{
    /// <summary>Blocks of characters that end a word: controls, spaces, punctuation, accents on their own, symbols.</summary>
    private static readonly (char First, char Last)[] Breaks =
    [
        ('\u0000', '\u002F'),
        ('\u003A', '\u0040'),
        ('\u005B', '\u0060'),
        ('\u007B', '\u00BF'),
        ('\u02B9', '\u036F'),
        ('\u2000', '\u2BFF'),
        ('\u2E00', '\u2E7F'),
    ];

    public static TokenizerFunction DefaultTokenizer => DefaultTokenizerImpl;

    /// <summary>Breaks at spaces and punctuation and compares in lower case. An emoji is a word of its own.</summary>
    public static List<Token> DefaultTokenizerImpl(string text, string locale = null)
    {
        var tokens = new List<Token>();
        if (text == null)
        {
            return tokens;
        }

        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsSurrogatePair(text, i);
            if (!pair && !IsBreak(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            AddWord(tokens, text, start, i - 1);
            start = -1;
            if (pair)
            {
                var symbol = text.Substring(i, 2);
                tokens.Add(new Token { Start = i, End = i + 1, Text = symbol, Normalized = symbol });
                i++;
            }
        }

        AddWord(tokens, text, start, text.Length - 1);
        return tokens;
    }

    private static void AddWord(List<Token> tokens, string text, int start, int end)
    {
        if (start >= 0)
        {
            var word = text.Substring(start, end - start + 1);
            tokens.Add(new Token { Start = start, End = end, Text = word, Normalized = word.ToLowerInvariant() });
        }
    }

    private static bool IsBreak(char character)
    {
        foreach (var (first, last) in Breaks)
        {
            if (character >= first && character <= last)
            {
                return true;
            }
        }

        return false;
    }
}
