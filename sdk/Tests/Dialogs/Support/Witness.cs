using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Sdk.Tests.Dialogs.Support;

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
