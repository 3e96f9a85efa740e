namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// What may happen to a case's keeping: a legal hold, its release, and the beginning of its deletion. Holds carry no version: they hold
/// whatever else happened to the case.
/// </summary>
internal static class CustodyCommands
{
    public static CaseOutcome PlaceHold(this Case current, string? reason, NamedPerson actor, DateTimeOffset now) => current switch
    {
        { Purge: not null } => new CaseOutcome.NotAllowed(Refusal.BeingDeleted),
        { Hold: not null } => new CaseOutcome.NotAllowed(Refusal.AlreadyOnHold),
        _ when WhyNotText(reason) is { } refusal => new CaseOutcome.NotAllowed(refusal),
        _ => new CaseOutcome.Recorded(
            current with { Hold = new LegalHold(actor, now, reason!.Trim()), Version = current.Version + 1 },
            new HoldPlaced(actor.Id, now, reason.Trim())),
    };

    /// <summary>Every clock goes on where it would be without the hold: a case whose time is over meanwhile is deleted the next night.</summary>
    public static CaseOutcome ReleaseHold(this Case current, string? reason, NamedPerson actor, DateTimeOffset now) => current switch
    {
        { Hold: null } => new CaseOutcome.NotAllowed(Refusal.NotOnHold),
        _ when WhyNotText(reason) is { } refusal => new CaseOutcome.NotAllowed(refusal),
        _ => new CaseOutcome.Recorded(
            current with { Hold = null, Version = current.Version + 1 },
            new HoldReleased(actor.Id, now, reason!.Trim())),
    };

    /// <summary>The first step of a purge. It and a hold are changes of the same version: whichever is first keeps the other out.</summary>
    public static CaseOutcome BeginPurge(this Case current, string rule, DateTimeOffset now) => current switch
    {
        { Purge: not null } => new CaseOutcome.NotAllowed(Refusal.BeingDeleted),
        { Hold: not null } => new CaseOutcome.NotAllowed(Refusal.AlreadyOnHold),
        { IsOpen: true } => new CaseOutcome.NotAllowed(Refusal.StillOpen),
        _ => new CaseOutcome.Recorded(
            current with { Purge = new PurgeStart(now, rule), Version = current.Version + 1 },
            new PurgeBegun(PersonId.Bot, now, rule)),
    };

    private static Refusal? WhyNotText(string? text) => string.IsNullOrWhiteSpace(text) ? Refusal.TextMissing
        : text.Length > ReportedFacts.MaxTextLength ? Refusal.TextTooLong
        : null;
}
