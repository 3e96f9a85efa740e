using System.Diagnostics;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// Shows a card and waits for its answer. A press counts only when it comes from a card of this draft and of this step; words count where
/// they make sense. The answered card is replaced by one without buttons.
/// </summary>
internal abstract class CardPrompt(ReportStep step) : Dialog(step.ToString())
{
    /// <summary>The waiting card, and the sentence for the lock screen.</summary>
    protected abstract Task<(AdaptiveCard Card, string Summary)> AskAsync(DraftTurn turn, CancellationToken cancellationToken);

    protected abstract Task<Taken> TakeAsync(DraftTurn turn, CancellationToken cancellationToken);

    /// <summary>The waiting card without its buttons, for when it stands further down once more.</summary>
    protected abstract AdaptiveCard Moved(DraftTurn turn);

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = TurnOf(dc.Context);
        turn.Draft.Step = step;
        await ShowAsync(turn, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var turn = TurnOf(dc.Context);
        switch (await TakeAsync(turn, cancellationToken))
        {
            case Taken.Answer answer:
                await CardReplies.ReplaceAsync(turn, answer.Shown, cancellationToken);
                return await dc.EndDialogAsync(answer.Result, cancellationToken);
            case Taken.AskAgain:
                await CardReplies.ReplaceAsync(turn, Moved(turn), cancellationToken);
                await ShowAsync(turn, cancellationToken);
                break;
            case Taken.OldCard:
                await CardReplies.SayAsync(turn.Context, ReportSentences.AlreadyAnswered, cancellationToken);
                break;
            case Taken.NotUnderstood when OfferedPicture.In(turn.Message).Count > 0:
                await CardReplies.SayAsync(turn.Context, ReportSentences.PictureNotNow(turn.Draft), cancellationToken);
                break;
            case Taken.NotUnderstood:
                await CardReplies.OfferAsync(turn, cancellationToken);
                break;
            default:
                throw new UnreachableException();
        }

        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = TurnOf(turnContext);
        await CardReplies.ReplaceAsync(turn.Context, Moved(turn), turn.Draft.CardId, cancellationToken);
        await ShowAsync(turn, cancellationToken);
    }

    public static DraftTurn TurnOf(ITurnContext context) => context.TurnState.Get<DraftTurn>();

    private async Task ShowAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        var (card, summary) = await AskAsync(turn, cancellationToken);
        turn.Draft.CardId = await CardReplies.ShowAsync(turn.Context, card, summary, cancellationToken);
    }

    /// <summary>What came of a message at a step. A closed family.</summary>
    internal abstract record Taken
    {
        private Taken()
        {
        }

        /// <param name="Result">For the next step; <c>null</c> when there is nothing to say.</param>
        /// <param name="Shown">The card as it is left behind.</param>
        internal sealed record Answer(AdaptiveCard Shown, object? Result = null) : Taken;

        /// <summary>Something was wrong or was added: the card is shown again, with what there is now.</summary>
        internal sealed record AskAgain : Taken;

        /// <summary>A press of a card that was answered before.</summary>
        internal sealed record OldCard : Taken;

        /// <summary>Neither a press nor a word that means something here.</summary>
        internal sealed record NotUnderstood : Taken;
    }

    /// <summary>What is left when nothing matched: a press then comes from another step's card.</summary>
    protected static Taken NotForThisStep(DraftTurn turn) => turn.Submission is null ? new Taken.NotUnderstood() : new Taken.OldCard();
}
