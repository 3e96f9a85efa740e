using Microsoft.Bot.Builder.Dialogs;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// The steps of a report: safety, form, screenshots, where they come from, patients' details if any were written, review. A step that the draft has passed is not asked again, so that the dialog can be
/// begun anew at any time and goes on where the draft stands.
/// </summary>
internal sealed class ReportDialog : ComponentDialog
{
    private const string Steps = "steps";
    private readonly DangerAlert _danger;
    private readonly ReportSending _sending;
    private readonly SexualImageNotice _sexualImage;
    private readonly EvidenceRecords _records;

    public ReportDialog(ReportPrompts prompts, DangerAlert danger, SexualImageNotice sexualImage, EvidenceRecords records, ReportSending sending)
        : base("report")
    {
        (_danger, _sexualImage, _records, _sending) = (danger, sexualImage, records, sending);
        AddDialog(new WaterfallDialog(
            Steps,
            [AskSafetyAsync, AskFormAsync, AskScreenshotsAsync, AskProvenanceAsync, AskAboutDetailsAsync, ReviewAsync, FinishAsync]));
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

    private async Task<DialogTurnResult> AskProvenanceAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CardPrompt.TurnOf(step.Context);
        return turn.Draft.Step > ReportStep.Provenance || (await _records.ListForDraftAsync(turn.Id, cancellationToken)).Count == 0
            ? await step.NextAsync(null, cancellationToken)
            : await step.BeginDialogAsync(nameof(ReportStep.Provenance), null, cancellationToken);
    }

    private async Task<DialogTurnResult> AskAboutDetailsAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CardPrompt.TurnOf(step.Context);
        return turn.Draft.Step > ReportStep.PatientDetails || !await HoldsDetailsAsync(turn, cancellationToken)
            ? await step.NextAsync(null, cancellationToken)
            : await step.BeginDialogAsync(nameof(ReportStep.PatientDetails), null, cancellationToken);
    }

    private static Task<DialogTurnResult> ReviewAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.Result is ReviewAnswer.Change
            ? GoBackAsync(step, ReportStep.Form, cancellationToken)
            : step.BeginDialogAsync(nameof(ReportStep.Review), null, cancellationToken);

    private async Task<DialogTurnResult> FinishAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CardPrompt.TurnOf(step.Context);
        if (step.Result is not ReviewAnswer.Send)
        {
            return await GoBackAsync(step, ReportStep.Form, cancellationToken);
        }

        // A picture whose name tells something may have come since it was asked.
        if (await HoldsDetailsAsync(turn, cancellationToken))
        {
            return await GoBackAsync(step, ReportStep.PatientDetails, cancellationToken);
        }

        return await _sending.SendAsync(turn, cancellationToken)
            ? await step.EndDialogAsync(null, cancellationToken)
            : await GoBackAsync(step, ReportStep.Form, cancellationToken);
    }

    private async Task<bool> HoldsDetailsAsync(DraftTurn turn, CancellationToken cancellationToken) =>
        PointedOut.Open(turn.Draft, await _records.ListForDraftAsync(turn.Id, cancellationToken)).Count > 0;

    private static Task<DialogTurnResult> GoBackAsync(WaterfallStepContext step, ReportStep to, CancellationToken cancellationToken)
    {
        CardPrompt.TurnOf(step.Context).Draft.Step = to;
        return step.ReplaceDialogAsync(Steps, null, cancellationToken);
    }
}
