using System.Diagnostics;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// An approver says of two cases that they are about the same post, that they are not, or that they were not after all. What they have
/// typed for a decision stays on the card.
/// </summary>
internal sealed class TwinHandler(PairDesk desk, CaseDrawing drawing, TimeProvider time)
{
    public async Task<AdaptiveCardInvokeResponse> HandleAsync(
        Caller caller,
        string verb,
        JObject data,
        ITurnContext turn,
        CancellationToken cancellationToken)
    {
        if (PairSubmission.Read(data) is not { } pair || TypedText.Read(data) is not { } typed)
        {
            return CardReply.Message(CardFields.NotUnderstood);
        }

        var (opened, outcome) = await desk.ApplyAsync(
            caller, pair, verb, (one, other) => Command(verb, one, other, caller.Person.Named), cancellationToken);
        return CardReply.With(opened is null
            ? NoCaseCard.Draw()
            : await drawing.DrawAsync(opened, view => view with { Problem = Problem(outcome), Typed = typed }, cancellationToken));
    }

    private CaseOutcome Command(string verb, OpenedCase one, OpenedCase other, NamedPerson actor) => verb switch
    {
        // A report that was merged already is met where it is decided.
        DecisionVerbs.Merge => (one.Main ?? one.Case).Merge(other.Main ?? other.Case, actor, time.GetUtcNow()),
        DecisionVerbs.NotTheSame => (one.Main ?? one.Case).NotTheSame(other.Main ?? other.Case, actor, time.GetUtcNow()),
        DecisionVerbs.TakeApart => one.Case.TakeApart(other.Case, actor, time.GetUtcNow()),
        _ => throw new UnreachableException(),
    };

    private static string? Problem(CaseOutcome? outcome) => outcome switch
    {
        null => CaseDesk.NoCase,
        CaseOutcome.Recorded => null,

        // Done before: by this same press, delivered again, or by somebody else a moment ago.
        CaseOutcome.NotAllowed { Why: Refusal.SameCase or Refusal.SaidBefore or Refusal.NotTogether } => null,
        CaseOutcome.AlreadyDecided => DecisionSentences.OneIsDecided,
        CaseOutcome.AlreadyWithdrawn => DecisionSentences.OneIsTakenBack,
        CaseOutcome.AlreadyMerged => DecisionSentences.OneIsMerged,
        CaseOutcome.NotAllowed or CaseOutcome.Stale => throw new UnreachableException(),
        _ => throw new UnreachableException(),
    };
}
