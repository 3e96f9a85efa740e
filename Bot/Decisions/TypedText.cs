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

    /// <summary>As it would be sent with a press.</summary>
    public IEnumerable<JProperty> AsData() =>
    [
        .. Outcomes.Select(outcome => new JProperty(CardFields.Outcome + outcome, "true")),
        .. new[]
        {
            (Name: CardFields.Reason, Text: Reason),
            (Name: CardFields.ForReporter, Text: ForReporter),
            (Name: CardFields.NoEvidence, Text: NoEvidenceReason),
            (Name: CardFields.Question, Text: Question),
        }.Where(field => !string.IsNullOrEmpty(field.Text)).Select(field => new JProperty(field.Name, field.Text)),
    ];

    private static bool IsTicked(JObject data, DecisionOutcome outcome) =>
        string.Equals(data[CardFields.Outcome + outcome]?.ToString(), bool.TrueString, StringComparison.OrdinalIgnoreCase);
}
