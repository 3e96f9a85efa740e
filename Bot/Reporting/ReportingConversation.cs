using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Everything a member of staff can say to the bot about reports. The order of questions is in <see cref="ReportDialog"/>.</summary>
internal sealed class ReportingConversation(
    ReportDrafts drafts,
    ReportDialog dialog,
    OwnReports own,
    LatePictures late,
    Signposts signposts,
    PracticeClock clock)
{
    /// <summary>After this, a report is offered again before anything that is typed counts as an answer.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    public Task WelcomeAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken) =>
        signposts.WelcomeAsync(caller, turn, cancellationToken);

    public Task GuidanceAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken) =>
        signposts.GuidanceAsync(caller, turn, cancellationToken);

    public async Task HelpAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        var draft = await drafts.FindAsync(caller, turn, cancellationToken);
        await CardReplies.ShowAsync(turn, HelpCard.Show(draft), "Help with this chat", cancellationToken);
    }

    public Task MyReportsAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken) =>
        own.ListAsync(caller, turn, 0, cancellationToken);

    public Task WithdrawAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken) =>
        own.WithdrawAsync(caller, turn, Submission.From(turn.Activity)?.Case, cancellationToken);

    public async Task StartAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, turn, cancellationToken) is not { } running)
        {
            await BeginAsync(caller, turn, cancellationToken);
        }
        else if (drafts.Touch(running.Draft, turn.Activity.Id) && !await WasSentAsync(running, cancellationToken))
        {
            await CardReplies.OfferAsync(running, cancellationToken);
        }
    }

    public async Task CancelAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, turn, cancellationToken) is not { } running)
        {
            await CardReplies.SayAsync(turn, ReportSentences.NothingToCancel, cancellationToken);
        }
        else if (drafts.Touch(running.Draft, turn.Activity.Id) && !await WasSentAsync(running, cancellationToken))
        {
            await AskWhetherToCancelAsync(running, cancellationToken);
        }
    }

    /// <summary>Any message that is no command.</summary>
    public async Task ContinueAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await drafts.WasAnsweredAsync(turn, cancellationToken))
        {
            return;
        }

        var submission = Submission.From(turn.Activity);
        if (submission is { Verb: ReportVerbs.Mine })
        {
            await own.ListAsync(caller, turn, submission.Page, cancellationToken);
        }
        else if (submission is { Verb: ReportVerbs.Late or ReportVerbs.LateForNone or ReportVerbs.LateNameKept or ReportVerbs.LateNameStarred })
        {
            await late.AnswerAsync(caller, turn, submission, cancellationToken);
        }
        else if (await FindAsync(caller, turn, cancellationToken) is { } running && (submission is null || submission.Draft == running.Id))
        {
            await TakeAsync(running, cancellationToken);
        }
        else if (submission is null)
        {
            await TakeWithoutReportAsync(caller, turn, cancellationToken);
        }
        else if (submission.Draft is not { } draft || !await own.ShowReceiptAsync(caller, turn, draft, cancellationToken))
        {
            await CardReplies.SayAsync(turn, ReportSentences.NotKept, cancellationToken);
        }
    }

    private async Task TakeWithoutReportAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!await TakePicturesAsync(caller, turn, cancellationToken))
        {
            await WelcomeAsync(caller, turn, cancellationToken);
        }
    }

    /// <returns>Whether some report waits for such pictures; if not, they are not kept, which is said.</returns>
    private async Task<bool> TakePicturesAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (OfferedPicture.In(turn.Activity).Count == 0)
        {
            return false;
        }

        if (await late.TakeAsync(caller, turn, cancellationToken))
        {
            await drafts.TookPicturesAsync(turn, cancellationToken);
            return true;
        }

        await CardReplies.SayAsync(turn, ReportSentences.PictureWithoutReport, cancellationToken);
        return false;
    }

    private async Task TakeAsync(DraftTurn running, CancellationToken cancellationToken)
    {
        var draft = running.Draft;
        var wasSilent = clock.Now - draft.TouchedAt > Silence;
        if (!drafts.Touch(draft, running.Message.Id) || await WasSentAsync(running, cancellationToken))
        {
            return;
        }

        var cancelAsked = draft.CancelAsked;
        draft.CancelAsked = false;
        if (await ChooseAsync(running, cancelAsked, cancellationToken))
        {
            return;
        }

        if (wasSilent && running.Submission is null && running.Words.Length > 0)
        {
            await CardReplies.OfferAsync(running, cancellationToken);
        }
        else
        {
            await RunAsync(running, cancellationToken);
        }
    }

    /// <summary>
    /// A report that became a case though its receipt never came cannot be changed or thrown away any more, whatever is still asked here:
    /// its reporter gets the receipt now.
    /// </summary>
    private async Task<bool> WasSentAsync(DraftTurn running, CancellationToken cancellationToken)
    {
        if (running.Draft.Step != ReportStep.Review || ReviewPrompt.IsSend(running)
            || !await own.ShowReceiptAsync(running.Caller, running.Context, running.Id, cancellationToken))
        {
            return false;
        }

        await drafts.FinishAsync(running.Context, cancellationToken);
        await CardReplies.ReplaceAsync(running, UnfinishedCard.WasSent(), cancellationToken);
        await TakePicturesAsync(running.Caller, running.Context, cancellationToken);
        return true;
    }

    /// <summary>What can be said about the whole report at any step.</summary>
    /// <param name="cancelAsked">The message before was the question whether to cancel.</param>
    /// <returns><c>false</c> when the message is none of these, and so an answer to the step.</returns>
    private async Task<bool> ChooseAsync(DraftTurn running, bool cancelAsked, CancellationToken cancellationToken)
    {
        if (running.IsPressOf(ReportVerbs.Cancel))
        {
            await AskWhetherToCancelAsync(running, cancellationToken);
        }
        else if (running.Says(ReportVerbs.ThrowAway, "throw away") || running.IsPressOf(ReportVerbs.CancelConfirmed)
            || (cancelAsked && running.Words is "yes" or "y"))
        {
            await EndAsync(running, UnfinishedCard.ThrownAway(), cancellationToken);
            await CardReplies.SayAsync(running.Context, ReportSentences.ThrownAway, cancellationToken);
        }
        else if (running.Says(ReportVerbs.StartAgain, "start again"))
        {
            await EndAsync(running, UnfinishedCard.StartedAgain(), cancellationToken);
            await BeginAsync(running.Caller, running.Context, cancellationToken);
        }
        else if (running.Says(ReportVerbs.CarryOn, "carry on", "continue") || (cancelAsked && running.Words is "no" or "n"))
        {
            await CarryOnAsync(running, cancellationToken);
        }
        else
        {
            return false;
        }

        return true;
    }

    private async Task BeginAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        var draft = await drafts.StartAsync(caller, turn, cancellationToken);
        await RunAsync(new DraftTurn(turn, caller, draft), cancellationToken);
    }

    private async Task RunAsync(DraftTurn running, CancellationToken cancellationToken)
    {
        running.Context.TurnState.Set(running);
        await dialog.RunAsync(running.Context, drafts.Dialog, cancellationToken);
        var state = await drafts.Dialog.GetAsync(running.Context, () => new DialogState(), cancellationToken);
        if (state.DialogStack.Count == 0)
        {
            await drafts.FinishAsync(running.Context, cancellationToken);
        }
    }

    /// <summary>Shows the waiting card again, here at the end of the chat.</summary>
    private async Task CarryOnAsync(DraftTurn running, CancellationToken cancellationToken)
    {
        running.Context.TurnState.Set(running);
        await CardReplies.ReplaceAsync(running.Context, UnfinishedCard.CarriedOn(), running.PressedCardId, cancellationToken);
        var set = new DialogSet(drafts.Dialog);
        set.Add(dialog);
        var context = await set.CreateContextAsync(running.Context, cancellationToken);
        if (context.ActiveDialog is null)
        {
            await RunAsync(running, cancellationToken);
            return;
        }

        await context.RepromptDialogAsync(cancellationToken);
    }

    /// <summary>Deletes the draft and takes the buttons from what is left of it in the chat.</summary>
    private async Task EndAsync(DraftTurn running, AdaptiveCard left, CancellationToken cancellationToken)
    {
        await drafts.ThrowAwayAsync(running, cancellationToken);
        await CardReplies.ReplaceAsync(running, left, cancellationToken);
        if (running.PressedCardId is { } pressed && pressed != running.Draft.CardId)
        {
            await CardReplies.ReplaceAsync(running.Context, left, running.Draft.CardId, cancellationToken);
        }
    }

    private static async Task AskWhetherToCancelAsync(DraftTurn running, CancellationToken cancellationToken)
    {
        running.Draft.CancelAsked = true;
        await CardReplies.ShowAsync(
            running.Context, UnfinishedCard.AskToCancel(running.Draft), "Do you want to cancel?", cancellationToken);
    }

    private async Task<DraftTurn?> FindAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken) =>
        await drafts.FindAsync(caller, turn, cancellationToken) is { } draft ? new DraftTurn(turn, caller, draft) : null;
}
