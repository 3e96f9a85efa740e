using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks. Persisted with the prompt, so keep what is put here small.</summary>
public class PromptOptions
{
    public Activity Prompt { get; set; }

    /// <summary>Sent when the answer was not understood; null repeats <see cref="Prompt"/>.</summary>
    public Activity RetryPrompt { get; set; }

    public IList<Choice> Choices { get; set; }

    /// <summary>Null leaves it to the prompt's own style.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>At the disposal of the prompt's validator.</summary>
    public object Validations { get; set; }
}
