using System.Diagnostics;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>An approver sends the reporter a question. What they have typed for a decision stays on the card.</summary>
internal sealed class AskHandler(CaseDesk desk, CaseDrawing drawing, TimeProvider time)
{
    public async Task<AdaptiveCardInvokeResponse> HandleAsync(
        Caller caller,
        JObject data,
        ITurnContext turn,
        CancellationToken cancellationToken)
    {
        if (CaseSubmission.Read(data) is not { } submission || TypedText.Read(data) is not { } typed)
        {
            return CardReply.Message(CardFields.NotUnderstood);
        }

        if (await desk.OpenAsync(caller, submission.Case, DecisionVerbs.Ask, cancellationToken) is not { } opened)
        {
            return CardReply.With(NoCaseCard.Draw());
        }

        var command = new AskCommand(submission.Version, typed.Question);
        var (now, outcome) = await desk.ApplyAsync(
            opened.Case, current => current.Ask(command, caller.Person.Named, time.GetUtcNow()), cancellationToken);
        return CardReply.With(await drawing.DrawAsync(opened with { Case = now }, view => Answer(view, outcome, caller, typed), cancellationToken));
    }

    private static CaseView Answer(CaseView view, CaseOutcome outcome, Caller caller, TypedText typed) => outcome switch
    {
        CaseOutcome.Recorded => view with { Typed = typed with { Question = null } },
        CaseOutcome.AlreadyDecided already => view with { SomebodyWasFirst = already.By.Id != caller.Id },
        CaseOutcome.AlreadyWithdrawn or CaseOutcome.AlreadyMerged => view,

        // The same press, delivered again: its question is there.
        CaseOutcome.Stale when view.Case.Questions.Any(asked => asked.AskedBy.Id == caller.Id && asked.Text == typed.Question?.Trim())
            => view with { Typed = typed with { Question = null } },
        CaseOutcome.Stale => view with { Problem = DecisionSentences.Stale, Typed = typed },
        CaseOutcome.NotAllowed refused => view with { Problem = DecisionSentences.For(refused.Why), Typed = typed, Asking = true },
        _ => throw new UnreachableException(),
    };
}
