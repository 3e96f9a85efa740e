namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Decides whether an answer is accepted. Called also when nothing was recognised. If it says no without having
/// answered the user itself, the prompt asks again.
/// </summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);
