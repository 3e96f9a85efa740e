using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Which case a press is about, and which other one with it.</summary>
internal sealed record PairSubmission(CaseId Case, CaseId Other)
{
    /// <returns><c>null</c> when it is nothing that a card of ours sends.</returns>
    public static PairSubmission? Read(JObject data) =>
        CaseSubmission.Read(data) is { } submission && CaseSubmission.TryReadText(data, CardFields.Other, out var id) && CaseId.Parse(id) is { } other
            ? new PairSubmission(submission.Case, other)
            : null;
}
