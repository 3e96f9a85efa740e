using System.Text.Json.Serialization;

namespace Rowcroft.TeamsBot.Cases;

/// <summary>Something that happened to a case. Kept for ever in the case's hash chain (<see cref="CaseChain"/>).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CaseReported), "reported")]
[JsonDerivedType(typeof(QuestionAsked), "question-asked")]
[JsonDerivedType(typeof(QuestionAnswered), "question-answered")]
[JsonDerivedType(typeof(CaseDecided), "decided")]
[JsonDerivedType(typeof(CaseWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(ActionRefused), "action-refused")]
internal abstract record CaseEvent(PersonId Actor, DateTimeOffset At);

internal sealed record CaseReported(PersonId Actor, DateTimeOffset At, ReportedFacts Facts, IReadOnlyList<SealedEvidence> Evidence, Urgency Urgency)
    : CaseEvent(Actor, At);

internal sealed record QuestionAsked(PersonId Actor, DateTimeOffset At, string Text) : CaseEvent(Actor, At);

internal sealed record QuestionAnswered(PersonId Actor, DateTimeOffset At, string Answer) : CaseEvent(Actor, At);

internal sealed record CaseDecided(PersonId Actor, DateTimeOffset At, Decision Decision) : CaseEvent(Actor, At);

internal sealed record CaseWithdrawn(PersonId Actor, DateTimeOffset At) : CaseEvent(Actor, At);

/// <summary>Somebody tried what they may not do. Audited; the case does not change and its version stays.</summary>
/// <param name="Attempted">The verb or command, never what was typed.</param>
internal sealed record ActionRefused(PersonId Actor, DateTimeOffset At, string Attempted) : CaseEvent(Actor, At);
