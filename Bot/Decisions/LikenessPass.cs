using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// A large picture is compared with others only after its sender got their answer. When another case turns out to look the same, the cards
/// that were sent before that are drawn again.
/// </summary>
internal sealed class LikenessPass(
    LaterHashes hashes, CaseStore store, ApproverDirectory directory, CaseReading reading, TwinFinder twins, Outbox outbox)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var picture in await hashes.WorkOutAsync(cancellationToken))
        {
            // Not sent yet: its card finds the hash.
            if (await store.FindAsync(picture.Practice, picture.Case, cancellationToken) is { } report)
            {
                await RedrawAsync(await store.FindMainAsync(report, cancellationToken) ?? report, picture.Id, cancellationToken);
            }
        }
    }

    private async Task RedrawAsync(Case @case, EvidenceId because, CancellationToken cancellationToken)
    {
        var alike = (await reading.ReadAsync(@case, cancellationToken)).Alike;
        var approvers = await directory.GetAsync(@case.Practice, cancellationToken);
        foreach (var person in approvers.For(@case))
        {
            if ((await twins.FindAsync(new OpenedCase(@case, approvers, person.Id), alike, cancellationToken)).Count > 0)
            {
                await outbox.EnqueueAsync(CaseAnnouncer.RedrawForTwins(@case, because), cancellationToken);
                return;
            }
        }
    }
}
