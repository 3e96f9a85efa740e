namespace Rowcroft.TeamsBot.Cases;

/// <summary>What is done to hand a case's evidence over. It is about the case, not part of what is handed over.</summary>
/// <param name="Export">Which one: a case can be handed over more than once.</param>
internal abstract record ExportEvent(PersonId Actor, DateTimeOffset At, ExportId Export) : AuditEvent(Actor, At);

/// <summary>Somebody who decides asked for the evidence; nothing is handed over before another one agrees.</summary>
/// <param name="Reason">Why originals are needed; <c>null</c> when they are not, or nobody has to say.</param>
internal sealed record ExportRequested(
    PersonId Actor, DateTimeOffset At, ExportId Export, ExportAudience Audience, ExportCopies Copies, string? Reason)
    : ExportEvent(Actor, At, Export);

internal sealed record ExportConfirmed(PersonId Actor, DateTimeOffset At, ExportId Export) : ExportEvent(Actor, At, Export);

internal sealed record ExportDeclined(PersonId Actor, DateTimeOffset At, ExportId Export) : ExportEvent(Actor, At, Export);

/// <summary>The bundle was handed out: written before its first byte leaves, so that it also stands for one that never arrived whole.</summary>
/// <param name="Sha256">Of the whole bundle.</param>
internal sealed record EvidenceExported(
    PersonId Actor,
    DateTimeOffset At,
    ExportId Export,
    ExportAudience Audience,
    ExportCopies Copies,
    string? Reason,
    string Sha256,
    IReadOnlyList<ExportedFile> Files)
    : ExportEvent(Actor, At, Export);
