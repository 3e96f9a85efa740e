using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

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

/// <summary>A dialog that waits, and writes down what happens to it.</summary>
internal sealed class Witness(string id, List<string> log) : Dialog(id)
{
    /// <summary>The event that it handles itself; null lets everything pass.</summary>
    public string? Handles { get; init; }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        log.Add($"{Id} begins with {options ?? "nothing"}");
        await dc.Context.SendActivityAsync($"{Id} here", cancellationToken: cancellationToken);
        return EndOfTurn;
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        log.Add($"{Id} continues");
        return dc.Context.Activity.Text == "end" ? dc.EndDialogAsync($"from {Id}", cancellationToken) : Task.FromResult(EndOfTurn);
    }

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        log.Add($"{Id} resumes: {reason}, {result}");
        return Task.FromResult(EndOfTurn);
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        log.Add($"{Id} asks again");
        return Task.CompletedTask;
    }

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        log.Add($"{Id} ends: {reason}");
        return Task.CompletedTask;
    }

    public override async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        if (e.Name == DialogEvents.ActivityReceived)
        {
            return false;
        }

        log.Add($"{Id} sees {e.Name}");
        return e.Name == Handles || await base.OnDialogEventAsync(dc, e, cancellationToken);
    }
}

internal static class Files
{
    public static Activity Message(params string[] names) => new(ActivityTypes.Message)
    {
        Attachments = [.. names.Select(name => new Attachment { Name = name, ContentType = "image/png", ContentUrl = $"https://files.example/{name}" })],
    };
}
