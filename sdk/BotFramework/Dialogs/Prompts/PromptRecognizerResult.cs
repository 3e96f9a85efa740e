namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt made of the user's message.</summary>
public class PromptRecognizerResult<T>
{
    /// <summary>Whether there is a <see cref="Value"/>.</summary>
    public bool Succeeded { get; set; }

    public T Value { get; set; }

    /// <summary>Whether the dialogs that started the prompt may take the message as an interruption.</summary>
    public bool AllowInterruption { get; set; }
}
