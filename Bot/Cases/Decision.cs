namespace Rowcroft.TeamsBot.Cases;

/// <summary>What was decided, by whom, when, why, and which version of the guidance was on the card.</summary>
/// <param name="Outcomes">At least one, without repeats.</param>
/// <param name="Reason">For the file; the reporter does not see it.</param>
/// <param name="ForReporter">The part meant for the reporter; <c>null</c> when the approver added nothing.</param>
/// <param name="NoEvidenceReason">Why it was decided without a sealed screenshot; <c>null</c> when there was one or none was needed.</param>
internal sealed record Decision(
    IReadOnlyList<DecisionOutcome> Outcomes,
    NamedPerson By,
    DateTimeOffset At,
    string Reason,
    string? ForReporter,
    string? NoEvidenceReason,
    string GuidanceVersion);
