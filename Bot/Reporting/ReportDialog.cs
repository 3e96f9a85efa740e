using Microsoft.Bot.Builder.Dialogs;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// The steps of a report: safety, form, screenshots, review. A step that the draft has passed is not asked again, so that the dialog can be
/// begun anew at any time and goes on where the draft stands.
/// </summary>
internal sealed class ReportDialog : ComponentDialog
{
    private const string Steps = "steps";
    private readonly DangerAlert _danger;
    private readonly ReportSending _sending;
    private readonly SexualImageNotice _sexualImage;

    public ReportDialog(ReportPrompts prompts, DangerAlert danger, SexualImageNotice sexualImage, ReportSending sending)
        : base("report")
    {
        (_danger, _sexualImage, _sending) = (danger, sexualImage, sending);
        AddDialog(new WaterfallDialog(Steps, [AskSafetyAsync, AskFormAsync, AskScreenshotsAsync, ReviewAsync, FinishAsync]));
        foreach (var prompt in prompts.All)
        {
            AddDialog(prompt);
        }

        InitialDialogId = Steps;
    }

    private static Task<DialogTurnResult> AskSafetyAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        CardPrompt.TurnOf(step.Context).Draft.Step > ReportStep.Safety
            ? step.NextAsync(null, cancellationToken)
            : step.BeginDialogAsync(nameof(ReportStep.Safety), null, cancellationToken);

    private async Task<DialogTurnResult> AskFormAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CardPrompt.TurnOf(step.Context);
        if (turn.Draft.Step > ReportStep.Form)
        {
            return await step.NextAsync(null, cancellationToken);
        }

        if (step.Result is true)
        {
            turn.Draft.Urgency = Urgency.Urgent;
            await _danger.RaiseAsync(turn, cancellationToken);
        }

        return await step.BeginDialogAsync(nameof(ReportStep.Form), null, cancellationToken);
    }

    private async Task<DialogTurnResult> AskScreenshotsAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CardPrompt.TurnOf(step.Context);
        if (turn.Draft.Step > ReportStep.Screenshots)
        {
            return await step.NextAsync(null, cancellationToken);
        }

        if (!turn.Draft.IsAboutSexualImage)
        {
            return await step.BeginDialogAsync(nameof(ReportStep.Screenshots), null, cancellationToken);
        }

        await _sexualImage.InsteadOfScreenshotsAsync(turn, cancellationToken);
        return await step.NextAsync(null, cancellationToken);
    }

    private static Task<DialogTurnResult> ReviewAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.BeginDialogAsync(nameof(ReportStep.Review), null, cancellationToken);

    private async Task<DialogTurnResult> FinishAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CardPrompt.TurnOf(step.Context);
        if (step.Result is ReviewAnswer.Send && await _sending.SendAsync(turn, cancellationToken))
        {
            return await step.EndDialogAsync(null, cancellationToken);
        }

        turn.Draft.Step = ReportStep.Form;
        return await step.ReplaceDialogAsync(Steps, null, cancellationToken);
    }
}
