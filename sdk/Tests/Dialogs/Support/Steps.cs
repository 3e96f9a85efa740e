using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Sdk.Tests.Dialogs.Support;

/// <summary>Short ways to write the steps of a waterfall.</summary>
internal static class Steps
{
    public static WaterfallStep Ask(string prompt, string question) =>
        (step, cancellationToken) => step.PromptAsync(prompt, Question(question), cancellationToken);

    public static WaterfallStep Say(Func<WaterfallStepContext, string> words) => async (step, cancellationToken) =>
    {
        await step.Context.SendActivityAsync(words(step), cancellationToken: cancellationToken);
        return await step.NextAsync(step.Result, cancellationToken);
    };

    public static WaterfallStep Begin(string dialogId, object? options = null) =>
        (step, cancellationToken) => step.BeginDialogAsync(dialogId, options, cancellationToken);

    public static WaterfallStep End(Func<WaterfallStepContext, object?> result) =>
        (step, cancellationToken) => step.EndDialogAsync(result(step), cancellationToken);

    public static PromptOptions Question(string text) => new() { Prompt = MessageFactory.Text(text) };
}
