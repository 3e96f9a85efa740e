using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Makes the finished draft a case and gives the reporter their receipt.</summary>
internal sealed class ReportSending(
    FormReader reader,
    EvidenceRecords evidence,
    CaseRecorder recorder,
    WorkingCalendar calendar,
    Receipts receipts,
    IOptions<PracticeOptions> options)
{
    /// <returns><c>false</c> when the form no longer fits, for example because a colleague has left: nothing was sent.</returns>
    public async Task<bool> SendAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(turn, cancellationToken) is not { Facts: { } facts })
        {
            return false;
        }

        var screenshots = await evidence.ListForDraftAsync(turn.Id, cancellationToken);
        var report = new CaseReport(
            turn.Id, turn.Caller.Practice, turn.Caller.Person.Named, facts, screenshots, turn.Draft.Urgency)
        {
            Provenance = screenshots.Count > 0 ? turn.Draft.Provenance : null,
            MissingEvidence = turn.Draft.MissingEvidence,
            KeptDetails = PointedOut.StillThere(turn.Draft, screenshots),
        };

        // Sent before, perhaps just before the process died: then this is the case it became, and the receipt is the same.
        var opened = await recorder.OpenAsync(report, now => DueAt(now, report.Urgency), cancellationToken);
        await receipts.ShowAsync(turn.Context, opened.Case, cancellationToken);
        return true;
    }

    private DateTimeOffset DueAt(DateTimeOffset now, Urgency urgency) => calendar.AddWorkingDays(
        now, urgency == Urgency.Urgent ? options.Value.UrgentDecisionWorkingDays : options.Value.DecisionWorkingDays);
}
