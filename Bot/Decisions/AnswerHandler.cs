using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// The reporter answers a question. The answer belongs to the question on the card: with a later question open, an old card answers
/// nothing.
/// </summary>
internal sealed class AnswerHandler(CaseDesk desk, QuestionCard card, TimeProvider time)
{
    public async Task<AdaptiveCardInvokeResponse> HandleAsync(
        Caller caller,
        JObject data,
        ITurnContext turn,
        CancellationToken cancellationToken)
    {
        if (CaseSubmission.Read(data) is not { } submission
            || AnswerGuard.Read(data) is not { } answer
            || !CaseSubmission.TryReadNumber(data, CardFields.Number, out var number))
        {
            return CardReply.Message(CardFields.NotUnderstood);
        }

        if (await desk.OpenForReporterAsync(caller, submission.Case, DecisionVerbs.Answer, cancellationToken) is not { } opened)
        {
            return CardReply.With(NoCaseCard.Draw());
        }

        if (answer.PointedOut.Count > 0)
        {
            return CardReply.With(card.Draw(opened, typed: answer.Text, pointedOut: answer.PointedOut));
        }

        var (now, outcome) = await desk.ApplyAsync(
            opened,
            current => current.Questions.Count == number
                ? current.Answer(new AnswerCommand(answer.Text, answer.Kept), caller.Person.Named, time.GetUtcNow())
                : new CaseOutcome.NotAllowed(Refusal.NoQuestion),
            cancellationToken);

        // Settled, answered already by this same press, or another question: the card says so by itself.
        return CardReply.With(outcome is CaseOutcome.NotAllowed { Why: Refusal.TextMissing or Refusal.TextTooLong } refused
            ? card.Draw(now, DecisionSentences.ForReporter(refused.Why), answer.Text)
            : card.Draw(now));
    }
}
