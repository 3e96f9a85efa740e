namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks a question that has no choices.</summary>
internal static class PlainQuestion
{
    public static async Task AskAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);

        var question = (isRetry ? options.RetryPrompt : null) ?? options.Prompt;
        if (question != null)
        {
            await turnContext.SendActivityAsync(question, cancellationToken);
        }
    }
}
