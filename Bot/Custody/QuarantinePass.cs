using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// Makes the virus checks that could not be made when a screenshot came. What is infected is destroyed with a record: the case says so, and
/// its sender and those who decide are told. Told and recorded first, destroyed after: a crash in between is made good by the next pass.
/// </summary>
internal sealed class QuarantinePass(Quarantine quarantine, CaseStore cases, CaseRecorder recorder, Outbox outbox, TimeProvider time)
{
    public Task RunAsync(CancellationToken cancellationToken) => quarantine.ScanAsync(RecordAsync, cancellationToken);

    private async Task RecordAsync(EvidenceRecord infected, string signature, CancellationToken cancellationToken)
    {
        await outbox.EnqueueAsync(InfectedAnnouncer.ToSender(infected, signature), cancellationToken);
        if (await cases.FindAsync(infected.Practice, infected.Case, cancellationToken) is not { } @case)
        {
            return; // not sent yet: its screenshots are listed afresh when it is
        }

        var events = await cases.ListEventsAsync(@case.Id, cancellationToken);
        if (!events.OfType<EvidenceInfected>().Any(earlier => earlier.Evidence == infected.Id))
        {
            var found = new EvidenceInfected(PersonId.Bot, time.GetUtcNow(), infected.Id, infected.Evidence.Sha256, signature);
            await recorder.AuditAsync(@case, found, cancellationToken);
        }

        await outbox.EnqueueAsync(InfectedAnnouncer.ToApprovers(infected, signature), cancellationToken);
    }
}
