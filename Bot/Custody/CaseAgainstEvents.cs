using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// What a case's events say that the case must be. The chain protects the events; the case as it stands is beside them, and whoever
/// changes it there changes what people see without breaking the chain.
/// </summary>
internal static class CaseAgainstEvents
{
    public static bool Agrees(Case @case, IReadOnlyList<CaseEvent> events) =>
        events is [CaseReported first, ..]
        && first.Actor == @case.Reporter.Id
        && first.At == @case.ReportedAt
        && Same(@case with { Facts = first.Facts, Provenance = first.Provenance, KeptDetails = KeptDetails(first, events) }, @case)
        && (events.OfType<CasesMerged>().LastOrDefault(merged => merged.Main == @case.Id)?.Urgency ?? first.Urgency) == @case.Urgency
        && MergedInto(@case, events) == (@case.DuplicateOf?.Main, @case.DuplicateOf?.At)
        && Received(events).SequenceEqual(@case.Evidence.Select(Key))
        && Same(@case with { Decision = events.OfType<CaseDecided>().LastOrDefault()?.Decision }, @case)
        && events.OfType<CaseWithdrawn>().LastOrDefault()?.At == @case.WithdrawnAt
        && Questions(events).SequenceEqual(@case.Questions.Select(question => (question.AskedBy.Id, question.Text, question.Answer)))
        && HeldSince(events) == (@case.Hold?.Since, @case.Hold?.Reason)
        && events.OfType<PurgeBegun>().LastOrDefault()?.At == @case.Purge?.At;

    /// <summary>Every file that an event tells of, redacted copies too.</summary>
    public static IEnumerable<SealedEvidence> FilesOf(IReadOnlyList<CaseEvent> events) => events.SelectMany(@event => @event switch
    {
        CaseReported reported => reported.Evidence,
        EvidenceReceived received => [received.Evidence],
        EvidenceRedacted redacted => [redacted.Copy],
        _ => (IEnumerable<SealedEvidence>)[],
    });

    private static IEnumerable<(EvidenceId, string, long)> Received(IReadOnlyList<CaseEvent> events) =>
        FilesOf([.. events.Where(@event => @event is not EvidenceRedacted)]).Select(Key);

    private static (EvidenceId, string, long) Key(SealedEvidence file) => (file.Id, file.Sha256, file.Size);

    private static IEnumerable<(PersonId, string, string?)> Questions(IReadOnlyList<CaseEvent> events)
    {
        var questions = new List<(PersonId AskedBy, string Text, string? Answer)>();
        foreach (var @event in events)
        {
            if (@event is QuestionAsked asked)
            {
                questions.Add((asked.Actor, asked.Text, null));
            }
            else if (@event is QuestionAnswered answered && questions.Count > 0)
            {
                questions[^1] = questions[^1] with { Answer = answered.Answer };
            }
        }

        return questions;
    }

    private static KeptPatientDetails? KeptDetails(CaseReported first, IReadOnlyList<CaseEvent> events) => events.OfType<EvidenceNameKept>()
        .Aggregate(first.KeptDetails, (kept, later) => kept?.And(later.KeptDetails) ?? later.KeptDetails);

    private static (CaseId?, DateTimeOffset?) MergedInto(Case @case, IReadOnlyList<CaseEvent> events) => events.LastOrDefault(@event =>
        @event is CasesMerged { Duplicate: var merged } && merged == @case.Id
        || @event is CasesTakenApart { Duplicate: var apart } && apart == @case.Id) is CasesMerged into ? (into.Main, into.At) : (null, null);

    private static (DateTimeOffset?, string?) HeldSince(IReadOnlyList<CaseEvent> events) =>
        events.LastOrDefault(@event => @event is HoldPlaced or HoldReleased) is HoldPlaced placed ? (placed.At, placed.Reason) : (null, null);

    /// <summary>Records with lists in them are compared as they are written.</summary>
    private static bool Same(Case one, Case other) => CaseJson.Write(one) == CaseJson.Write(other);
}
