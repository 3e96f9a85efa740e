namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds choices by their words.</summary>
public static class Find
{
    public static List<ModelResult<FoundChoice>> FindChoices(
        string utterance, IList<string> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <returns>The choices whose value, button or synonym is in the sentence, in the order of the sentence.</returns>
    public static List<ModelResult<FoundChoice>> FindChoices(
        string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);

        var found = FindValues(utterance, Words(choices, options ?? new FindChoicesOptions()), options);
        return found.ConvertAll(match => new ModelResult<FoundChoice>
        {
            Start = match.Start,
            End = match.End,
            TypeName = "choice",
            Text = match.Text,
            Resolution = new FoundChoice
            {
                Value = choices[match.Resolution.Index].Value,
                Index = match.Resolution.Index,
                Score = match.Resolution.Score,
                Synonym = match.Resolution.Value,
            },
        });
    }

    /// <returns>
    /// The values that are in the sentence, in its order. An index is found once, a word of the sentence is used once:
    /// the better match wins, then the longer value.
    /// </returns>
    public static List<ModelResult<FoundValue>> FindValues(
        string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        if (string.IsNullOrEmpty(utterance))
        {
            return [];
        }

        if (values.Find(value => value.Value.Equals(utterance, StringComparison.OrdinalIgnoreCase)) is { } whole)
        {
            return [Match(whole, 0, utterance.Length - 1, 1, utterance)];
        }

        var search = new SentenceSearch(utterance, options ?? new FindValuesOptions());
        var candidates = values
            .OrderByDescending(value => value.Value.Length)
            .SelectMany(search.Matches)
            .OrderByDescending(candidate => candidate.Score);

        return [.. WithoutOverlap(candidates)
            .Select(candidate => search.InCharacters(candidate))
            .OrderBy(match => match.Start)];
    }

    internal static ModelResult<FoundValue> Match(SortedValue value, int start, int end, float score, string text) => new()
    {
        Start = start,
        End = end,
        TypeName = "value",
        Text = text,
        Resolution = new FoundValue { Value = value.Value, Index = value.Index, Score = score },
    };

    private static List<SortedValue> Words(IList<Choice> choices, FindChoicesOptions options)
    {
        var words = new List<SortedValue>();
        for (var index = 0; index < choices.Count; index++)
        {
            var choice = choices[index];
            if (!options.NoValue)
            {
                words.Add(new SortedValue { Value = choice.Value, Index = index });
            }

            if (choice.Action?.Title is { } title && !options.NoAction)
            {
                words.Add(new SortedValue { Value = title, Index = index });
            }

            foreach (var synonym in choice.Synonyms ?? [])
            {
                words.Add(new SortedValue { Value = synonym, Index = index });
            }
        }

        return words;
    }

    private static IEnumerable<SentenceSearch.Candidate> WithoutOverlap(IEnumerable<SentenceSearch.Candidate> candidates)
    {
        var usedIndexes = new HashSet<int>();
        var usedWords = new HashSet<int>();
        foreach (var candidate in candidates)
        {
            var words = Enumerable.Range(candidate.First, candidate.Last - candidate.First + 1).ToList();
            if (!usedIndexes.Contains(candidate.Value.Index) && !words.Exists(usedWords.Contains))
            {
                usedIndexes.Add(candidate.Value.Index);
                usedWords.UnionWith(words);
                yield return candidate;
            }
        }
    }
}
