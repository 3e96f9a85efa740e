using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>What is done, in this order, with a case whose purge has begun. Each step can be done again.</summary>
internal sealed class PurgeSteps(
    EvidenceVault vault, EvidenceRecords records, CaseStore cases, CaseRecorder recorder, CasePurge purge, TimeProvider time)
{
    /// <returns><c>false</c> when something came to the case in between: the next night goes on.</returns>
    public async Task<bool> FinishAsync(Case @case, CancellationToken cancellationToken)
    {
        await DestroyFilesAsync(@case, cancellationToken);
        return await purge.FinishAsync(@case, time.GetUtcNow(), copy => CustodyAnnouncer.Neutral(copy, time.GetUtcNow()), cancellationToken) is not null;
    }

    public Task ForgetCopiesAsync(PracticeId practice, CancellationToken cancellationToken) =>
        purge.ForgetCopiesAsync(practice, CustodyAnnouncer.Purged, cancellationToken);

    /// <inheritdoc cref="CasePurge.ForgetMessagesAsync"/>
    public Task ForgetMessagesAsync(PracticeId practice, DateTimeOffset before, CancellationToken cancellationToken) =>
        purge.ForgetMessagesAsync(practice, before, cancellationToken);

    /// <inheritdoc cref="CasePurge.LeaveNoTracesAsync"/>
    public Task LeaveNoTracesAsync(CancellationToken cancellationToken) => purge.LeaveNoTracesAsync(cancellationToken);

    /// <summary>Originals and redacted copies: first the bytes, then the event. After a crash between the two the event is still owed.</summary>
    private async Task DestroyFilesAsync(Case @case, CancellationToken cancellationToken)
    {
        var told = (await cases.ListEventsAsync(@case.Id, cancellationToken)).OfType<EvidencePurged>().Select(each => each.Evidence).ToHashSet();
        foreach (var record in await records.ListForCaseAsync(@case.Practice, @case.Id, cancellationToken))
        {
            await vault.PurgeAsync(@case.Practice, record.Id, cancellationToken);
            if (!told.Contains(record.Id))
            {
                var purged = new EvidencePurged(PersonId.Bot, time.GetUtcNow(), record.Id, record.Evidence.Sha256);
                await recorder.AuditAsync(@case, purged, cancellationToken);
            }
        }
    }
}
