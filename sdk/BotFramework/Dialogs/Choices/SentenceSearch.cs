namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>
/// Looks for values in one sentence, word by word and in order, with a few other words allowed in between:
/// "second last" is in "the second from last one" and not in "the last from the second one".
/// </summary>
internal sealed class SentenceSearch(string sentence, FindValuesOptions options)
{
    private readonly TokenizerFunction _tokenizer = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
    private readonly List<Token> _words = (options.Tokenizer ?? Tokenizer.DefaultTokenizer)(sentence, options.Locale);
    private readonly int _mostBetween = options.MaxTokenDistance ?? 2;

    /// <summary>Every place at which the value stands.</summary>
    public IEnumerable<Candidate> Matches(SortedValue value)
    {
        var wanted = _tokenizer(value.Value.Trim(), options.Locale);
        var from = 0;
        while (from < _words.Count && MatchFrom(from, value, wanted) is { } match)
        {
            from = match.Last + 1;
            yield return match;
        }
    }

    public ModelResult<FoundValue> InCharacters(Candidate candidate)
    {
        var start = _words[candidate.First].Start;
        var end = _words[candidate.Last].End;
        return Find.Match(candidate.Value, start, end, candidate.Score, sentence.Substring(start, end - start + 1));
    }

    private Candidate MatchFrom(int from, SortedValue value, List<Token> wanted)
    {
        var (matched, between, first, last) = (0, 0, -1, -1);
        foreach (var word in wanted)
        {
            var position = _words.FindIndex(from, candidate => candidate.Normalized == word.Normalized);
            var distance = matched > 0 ? position - from : 0;
            if (position >= 0 && distance <= _mostBetween)
            {
                matched++;
                between += distance;
                from = position + 1;
                first = first < 0 ? position : first;
                last = position;
            }
        }

        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches))
        {
            return null;
        }

        // A value of which words are missing is found, but scores nothing.
        var score = matched < wanted.Count ? 0 : (float)matched / (matched + between);
        return new Candidate(value, first, last, score);
    }

    /// <summary>A value found between two words of the sentence, both included.</summary>
    internal sealed record Candidate(SortedValue Value, int First, int Last, float Score);
}
