namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds out which of several choices somebody means.</summary>
public class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>
    /// By the words of the choices; else by place ("the third"); else by number. Only one of the three counts, so
    /// that "the first division book" is not also the first choice.
    /// </summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        var found = Find.FindChoices(utterance, list, options);
        if (found.Count > 0 || string.IsNullOrEmpty(utterance))
        {
            return found;
        }

        options ??= new FindChoicesOptions();
        List<EnglishNumber> numbers = options.RecognizeOrdinals ? EnglishNumber.Ordinals(utterance) : [];
        if (numbers.Count == 0 && options.RecognizeNumbers)
        {
            numbers = EnglishNumber.Cardinals(utterance);
        }

        return [.. numbers
            .Where(number => number.Value >= 1 && number.Value <= list.Count)
            .Select(number => AtPlace(number, list))];
    }

    private static ModelResult<FoundChoice> AtPlace(EnglishNumber number, IList<Choice> list)
    {
        var index = number.Value.Value - 1;
        return new ModelResult<FoundChoice>
        {
            Start = number.Start,
            End = number.Start + number.Text.Length - 1,
            TypeName = "choice",
            Text = number.Text,
            Resolution = new FoundChoice { Value = list[index].Value, Index = index, Score = 1 },
        };
    }
}
