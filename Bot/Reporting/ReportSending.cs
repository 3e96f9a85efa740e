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
    Practices practices,
    Receipts receipts)
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

        var settings = await practices.GetAsync(report.Practice, cancellationToken);

        // Sent before, perhaps just before the process died: then this is the case it became, and the receipt is the same.
        var opened = await recorder.OpenAsync(report, now => DueAt(settings, now, report.Urgency), cancellationToken);
        await receipts.ShowAsync(turn.Context, opened.Case, cancellationToken);
        return true;
    }

    private static DateTimeOffset DueAt(PracticeSettings settings, DateTimeOffset now, Urgency urgency) => settings.Calendar.AddWorkingDays(
        now, urgency == Urgency.Urgent ? settings.UrgentDecisionWorkingDays : settings.DecisionWorkingDays);
}
