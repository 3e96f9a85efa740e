using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a validator has in hand.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(
        ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options)
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
    }

    public ITurnContext Context { get; }

    /// <summary>Its value may be replaced; the prompt returns what is here at the end.</summary>
    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    /// <summary>Kept for as long as the prompt is on the stack, and persisted.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>How often the user has answered this prompt, this answer included.</summary>
    public int AttemptCount => State.TryGetValue(Prompt<T>.AttemptCountKey, out var count)
        ? Convert.ToInt32(count, CultureInfo.InvariantCulture)
        : 0;
}
