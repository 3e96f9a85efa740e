namespace Rowcroft.TeamsBot.Cases;

/// <summary>Decide a case. Texts as typed; <paramref name="Version"/> is the version the card showed.</summary>
internal sealed record DecideCommand(
    int Version,
    IReadOnlyList<DecisionOutcome> Outcomes,
    string? Reason,
    string? ForReporter,
    string? NoEvidenceReason,
    string GuidanceVersion);

/// <summary>Ask the reporter something.</summary>
internal sealed record AskCommand(int Version, string? Text);

/// <summary>The reporter's answer. No version: the answer belongs to the open question, whatever else happened.</summary>
internal sealed record AnswerCommand(string? Text, KeptPatientDetails? KeptDetails = null);
