using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// Looks through a reporter's answer for what looks like a patient's details, before it is sent: stars in one press, a change by hand, or
/// sent as it is with a reason.
/// </summary>
/// <param name="Text">As it is sent, or shown again.</param>
/// <param name="PointedOut">What still has to be settled; empty when the answer can go.</param>
/// <param name="Kept">What goes along on purpose; <c>null</c> when nothing does.</param>
internal sealed record AnswerGuard(string? Text, IReadOnlyList<PatientDetail> PointedOut, KeptPatientDetails? Kept)
{
    /// <returns><c>null</c> when a field holds something that is no text.</returns>
    public static AnswerGuard? Read(JObject data)
    {
        if (!(CaseSubmission.TryReadText(data, CardFields.Answer, out var text)
            & CaseSubmission.TryReadText(data, CardFields.KeepReason, out var reason)
            & CaseSubmission.TryReadText(data, CardFields.Hide, out var hide)))
        {
            return null;
        }

        if (text is null or { Length: > ReportedFacts.MaxTextLength })
        {
            return new AnswerGuard(text, [], null);
        }

        if (hide is not null)
        {
            return new AnswerGuard(PatientDetails.Mask(text), [], null);
        }

        var found = PatientDetails.In(text);
        return found.Count == 0 ? new AnswerGuard(text, [], null)
            : string.IsNullOrWhiteSpace(reason) ? new AnswerGuard(text, found, null)
            : new AnswerGuard(text, [], new KeptPatientDetails([.. found.Select(one => one.Said)], Reason(reason)));
    }

    private static string Reason(string typed) =>
        PatientDetails.Mask(WrittenWords.OneLine(typed, ReportedFacts.MaxShortTextLength));
}
