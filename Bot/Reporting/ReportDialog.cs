using Microsoft.Bot.Builder.Dialogs;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Guidance;

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
    private readonly EvidenceIntake _evidence;
    private readonly GuidanceLibrary _guidance;

    public ReportDialog(ReportPrompts prompts, DangerAlert danger, ReportSending sending, EvidenceIntake evidence, GuidanceLibrary guidance)
        : base("report")
    {
        (_danger, _sending, _evidence, _guidance) = (danger, sending, evidence, guidance);
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

        // Pictures may be there from before the reporter changed the kind.
        await _evidence.DiscardAsync(turn.Id, cancellationToken);
        await CardReplies.ShowAsync(step.Context, SexualImageCard.Show(_guidance.SexualImage), "Please read this before you go on", cancellationToken);
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

/// <summary>The questions of a report.</summary>
internal sealed class ReportPrompts(SafetyPrompt safety, FormPrompt form, ScreenshotPrompt screenshots, ReviewPrompt review)
{
    public IReadOnlyList<CardPrompt> All => [safety, form, screenshots, review];
}
