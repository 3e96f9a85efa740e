using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Answers in the conversation that is going on. Each is safe on a lock screen.</summary>
internal static class CardReplies
{
    /// <returns>The id of the message.</returns>
    public static async Task<string?> ShowAsync(ITurnContext turn, AdaptiveCard card, string summary, CancellationToken cancellationToken) =>
        (await turn.SendActivityAsync(CardMessage.For(card, summary), cancellationToken))?.Id;

    public static Task SayAsync(ITurnContext turn, string sentence, CancellationToken cancellationToken) =>
        turn.SendActivityAsync(CardMessage.ForText(sentence, ReportSentences.Summary), cancellationToken);

    /// <summary>Leaves a card without buttons where the one stood that was just answered.</summary>
    public static Task ReplaceAsync(DraftTurn turn, AdaptiveCard card, CancellationToken cancellationToken) =>
        ReplaceAsync(turn.Context, card, turn.PressedCardId ?? turn.Draft.CardId, cancellationToken);

    /// <summary>A report waits to be finished: carry on, start again or throw it away.</summary>
    public static async Task OfferAsync(DraftTurn turn, CancellationToken cancellationToken) =>
        await ShowAsync(turn.Context, UnfinishedCard.Offer(turn.Draft), ReportSentences.UnfinishedSummary, cancellationToken);

    /// <summary>Old buttons do no harm, so that it does not matter when Teams cannot replace the card.</summary>
    public static async Task ReplaceAsync(ITurnContext turn, AdaptiveCard card, string? activityId, CancellationToken cancellationToken)
    {
        if (activityId is null)
        {
            return;
        }

        var replacement = CardMessage.For(card, ReportSentences.Summary);
        replacement.Id = activityId;
        try
        {
            await turn.UpdateActivityAsync(replacement, cancellationToken);
        }
        catch (Exception exception) when (exception is ErrorResponseException or HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The person goes on with the next card.
        }
    }
}
