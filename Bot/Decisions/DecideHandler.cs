using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// An approver presses "Record the decision". Delivered twice, it has one effect: the second meets its own decision. Somebody who is
/// second sees who decided and when.
/// </summary>
internal sealed class DecideHandler(
    CaseDesk desk,
    CaseDrawing drawing,
    GuidanceLibrary guidance,
    EvidenceRecords records,
    Practices practices,
    TimeProvider time)
{
    private static readonly Histogram<double> WorkingTime = Instruments.Meter.CreateHistogram(
        "rowcroft.decision.working_time",
        "h",
        "Working hours from the report to the decision; a working day has 10.5",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 5, 10.5, 21, 31.5, 52.5, 105] });

    public async Task<AdaptiveCardInvokeResponse> HandleAsync(
        Caller caller,
        JObject data,
        ITurnContext turn,
        CancellationToken cancellationToken)
    {
        if (CaseSubmission.Read(data) is not { } submission
            || TypedText.Read(data) is not { } typed
            || !CaseSubmission.TryReadText(data, CardFields.Guidance, out var shownGuidance))
        {
            return CardReply.Message(CardFields.NotUnderstood);
        }

        if (await desk.OpenAsync(caller, submission.Case, DecisionVerbs.Decide, cancellationToken) is not { } opened)
        {
            return CardReply.With(NoCaseCard.Draw());
        }

        if (opened.Case.IsOpen && shownGuidance != guidance.Version)
        {
            return CardReply.With(await drawing.DrawAsync(
                opened, view => view with { Problem = DecisionSentences.GuidanceChanged, Typed = typed }, cancellationToken));
        }

        var command = new DecideCommand(
            submission.Version, typed.Outcomes, typed.Reason, typed.ForReporter, typed.NoEvidenceReason, guidance.Version);
        var evidence = await records.CountAsync(caller.Practice, opened.Case.StandingFamily, cancellationToken);
        var (now, outcome) = await desk.ApplyAsync(
            opened.Case, current => current.Decide(command, evidence, caller.Person.Named, time.GetUtcNow()), cancellationToken);
        if (outcome is CaseOutcome.Recorded)
        {
            var calendar = (await practices.GetAsync(caller.Practice, cancellationToken)).Calendar;
            WorkingTime.Record(calendar.WorkingTimeBetween(now.ReportedAt, time.GetUtcNow()).TotalHours);
        }

        if (outcome is CaseOutcome.NotAllowed { Why: Refusal.EvidenceMissing or Refusal.ImpossibleHere })
        {
            await desk.AuditRefusalAsync(caller, now, DecisionVerbs.Decide, cancellationToken);
        }

        return CardReply.With(await drawing.DrawAsync(opened with { Case = now }, view => Answer(view, outcome, caller, typed), cancellationToken));
    }

    private static CaseView Answer(CaseView view, CaseOutcome outcome, Caller caller, TypedText typed) => outcome switch
    {
        CaseOutcome.Recorded => view,
        CaseOutcome.AlreadyDecided already when already.By.Id == caller.Id => view,
        CaseOutcome.AlreadyDecided => view with { SomebodyWasFirst = true },
        CaseOutcome.AlreadyWithdrawn or CaseOutcome.AlreadyMerged => view,
        CaseOutcome.Stale => view with { Problem = DecisionSentences.Stale, Typed = typed },
        CaseOutcome.NotAllowed refused => view with { Problem = DecisionSentences.For(refused.Why), Typed = typed },
        _ => throw new UnreachableException(),
    };
}
