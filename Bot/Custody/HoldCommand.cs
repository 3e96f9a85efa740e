using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// <c>case RMC-2026-0001 hold …</c> and <c>release …</c>: with the reason in the same line, or on the card that asks for it.
/// </summary>
internal sealed class HoldCommand(CaseDesk desk, HoldCard card, TimeProvider time)
{
    /// <param name="reason">What was typed after the word; empty to be asked.</param>
    public async Task HandleAsync(
        Caller caller, HoldChange change, string reference, string reason, ITurnContext turn, CancellationToken cancellationToken)
    {
        var parsed = CaseReference.Parse(reference);
        if (parsed is not { } known || await desk.OpenAsync(caller, known, VerbOf(change), cancellationToken) is not { } opened)
        {
            var why = await desk.WhyNoCaseAsync(caller, parsed, cancellationToken);
            await turn.SendActivityAsync(CardMessage.ForText(why, HoldCard.Summary), cancellationToken);
            return;
        }

        var answer = await AnswerAsync(caller, opened.Case, change, reason, cancellationToken);
        await turn.SendActivityAsync(CardMessage.For(answer, HoldCard.Summary), cancellationToken);
    }

    public async Task<AdaptiveCardInvokeResponse> PressAsync(
        Caller caller, HoldChange change, JObject data, CancellationToken cancellationToken)
    {
        var opened = CustodyPress.CaseOf(data) is { } id ? await desk.OpenAsync(caller, id, VerbOf(change), cancellationToken) : null;
        return opened is null
            ? CardReply.Message(CaseDesk.NoCase)
            : CardReply.With(await AnswerAsync(caller, opened.Case, change, CustodyPress.TextOf(data, CardParts.ReasonField), cancellationToken));
    }

    private static string VerbOf(HoldChange change) => change == HoldChange.Place ? CustodyVerbs.Hold : CustodyVerbs.Release;

    private async Task<AdaptiveCard> AnswerAsync(
        Caller caller, Case @case, HoldChange change, string reason, CancellationToken cancellationToken)
    {
        var (now, outcome) = await desk.ApplyAsync(
            @case,
            current => change == HoldChange.Place
                ? current.PlaceHold(reason, caller.Person.Named, time.GetUtcNow())
                : current.ReleaseHold(reason, caller.Person.Named, time.GetUtcNow()),
            cancellationToken);
        return outcome is CaseOutcome.NotAllowed { Why: Refusal.TextMissing } ? HoldCard.Ask(now, change) : card.Answer(now, outcome);
    }
}
