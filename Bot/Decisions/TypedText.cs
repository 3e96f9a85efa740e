using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>What an approver has filled in on the case card, as it was typed; shown again when it could not be recorded.</summary>
internal sealed record TypedText(
    IReadOnlyList<DecisionOutcome> Outcomes,
    string? Reason,
    string? ForReporter,
    string? NoEvidenceReason,
    string? Question)
{
    public static readonly TypedText None = new([], null, null, null, null);

    /// <returns><c>null</c> when a field holds something that is no text.</returns>
    public static TypedText? Read(JObject data)
    {
        var understood = CaseSubmission.TryReadText(data, CardFields.Reason, out var reason)
            & CaseSubmission.TryReadText(data, CardFields.ForReporter, out var forReporter)
            & CaseSubmission.TryReadText(data, CardFields.NoEvidence, out var noEvidence)
            & CaseSubmission.TryReadText(data, CardFields.Question, out var question);
        return understood
            ? new TypedText([.. Enum.GetValues<DecisionOutcome>().Where(outcome => IsTicked(data, outcome))], reason, forReporter, noEvidence, question)
            : null;
    }

    private static bool IsTicked(JObject data, DecisionOutcome outcome) =>
        string.Equals(data[CardFields.Outcome + outcome]?.ToString(), bool.TrueString, StringComparison.OrdinalIgnoreCase);
}
