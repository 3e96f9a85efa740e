using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Takes in what people send: fetch, check, seal, record. Links expire and posts disappear, so it is done at once, while the sender waits.
/// </summary>
internal sealed partial class EvidenceIntake(
    PictureReception reception,
    EvidenceVault vault,
    EvidenceRecords records,
    IOptions<EvidenceOptions> options,
    TimeProvider time,
    ILogger<EvidenceIntake> logger)
{
    /// <summary>How many pictures of one message are fetched at the same time.</summary>
    private const int Together = 4;

    // Between "these are the draft's screenshots" and "this is one more" nobody may add another.
    private readonly SemaphoreSlim[] _keeping = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <returns>One outcome for each thing the message offers, in its order; empty when it offers none.</returns>
    /// <remarks>The same message delivered twice adds nothing the second time.</remarks>
    public async Task<IReadOnlyList<EvidenceOutcome>> ReceiveAsync(
        PracticeId practice,
        CaseId draft,
        PersonId reporter,
        Activity message,
        CancellationToken cancellationToken)
    {
        var offered = OfferedPicture.In(message);
        if (offered.Count == 0)
        {
            return [];
        }

        var already = (await records.ListForDraftAsync(draft, cancellationToken)).Count;
        var serviceUrl = Uri.TryCreate(message.ServiceUrl, UriKind.Absolute, out var uri) ? uri : null;
        var max = options.Value.MaxFiles;
        using var places = new SemaphoreSlim(Together);
        var received = new List<Task<EvidenceOutcome>>();
        foreach (var (index, picture) in offered.Index())
        {
            var arrival = new Arrival(practice, draft, reporter, picture, already + index + 1, Task.WhenAll(received));
            received.Add(already < max && index < max
                ? ReceiveAsync(arrival, serviceUrl, places, cancellationToken)
                : Task.FromResult<EvidenceOutcome>(Refuse(arrival, EvidenceRefusal.TooMany)));
        }

        return await Task.WhenAll(received);
    }

    /// <summary>Forgets a draft that will not be sent: its records with their keys, then its bytes.</summary>
    public async Task DiscardAsync(CaseId draft, CancellationToken cancellationToken)
    {
        var keeping = Keeping(draft);
        await keeping.WaitAsync(cancellationToken);
        try
        {
            await vault.DiscardAsync(draft, cancellationToken);
        }
        finally
        {
            keeping.Release();
        }

        Log.Discarded(logger, draft);
    }

    private async Task<EvidenceOutcome> ReceiveAsync(
        Arrival arrival,
        Uri? serviceUrl,
        SemaphoreSlim places,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var pending = await vault.BeginAsync(cancellationToken);
            return await reception.ReceiveAsync(arrival.Picture, serviceUrl, pending, places, cancellationToken) switch
            {
                Received.Refused refused => Refuse(arrival, refused.Reason, refused.Signature),
                Received.Picture picture => await KeepAsync(arrival, pending, picture, cancellationToken),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (StoreFailedException exception)
        {
            Log.StoreFailed(logger, exception.InnerException!.GetType().Name);
            return Refuse(arrival, EvidenceRefusal.NotStored);
        }
        catch (DraftSentException)
        {
            // By another instance, while this one was fetching.
            return Refuse(arrival, EvidenceRefusal.ReportSent);
        }
    }

    private async Task<EvidenceOutcome> KeepAsync(
        Arrival arrival,
        PendingSeal pending,
        Received.Picture picture,
        CancellationToken cancellationToken)
    {
        var name = ShownName.Clean(arrival.Picture.Name, arrival.Number, picture.Type.Extension);
        var evidence = new SealedEvidence(pending.Id, name, picture.Type.ContentType, pending.Finished.Size, pending.Finished.Sha256, time.GetUtcNow())
        {
            Picture = picture.Facts,
            IsInOneDrive = arrival.Picture.Source == OfferedAs.AttachedFile,
        };
        var record = new EvidenceRecord(
            evidence,
            arrival.Practice,
            arrival.Draft,
            arrival.Reporter,
            picture.IsScanned ? EvidenceState.Kept : EvidenceState.Quarantined,
            EvidenceVault.Unsealed)
        {
            PictureHash = picture.Hash,
        };
        return await KeepAsync(arrival, pending, record, cancellationToken);
    }

    private async Task<EvidenceOutcome> KeepAsync(
        Arrival arrival,
        PendingSeal pending,
        EvidenceRecord record,
        CancellationToken cancellationToken)
    {
        // In the order of the message: which one is too many must not depend on which came faster.
        await arrival.Before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var keeping = Keeping(arrival.Draft);
        await keeping.WaitAsync(cancellationToken);
        try
        {
            var others = await records.ListForDraftAsync(arrival.Draft, cancellationToken);
            if (others.FirstOrDefault(other => other.Sha256 == record.Evidence.Sha256) is { } same)
            {
                return AlreadyAdded(arrival, same);
            }

            if (others.Count >= options.Value.MaxFiles)
            {
                return Refuse(arrival, EvidenceRefusal.TooMany);
            }

            // The time now, not when its bytes were there.
            record = record with { Evidence = record.Evidence with { ReceivedAt = time.GetUtcNow() } };
            var recorded = await vault.KeepAsync(pending, record, cancellationToken);
            if (recorded.Id != record.Id)
            {
                return AlreadyAdded(arrival, recorded.Evidence);
            }

            Log.Kept(logger, record.Id, arrival.Draft, record.Evidence.Size, record.State);
            return new EvidenceOutcome.Sealed(record.Evidence) { WaitsForScan = record.State == EvidenceState.Quarantined };
        }
        finally
        {
            keeping.Release();
        }
    }

    private SemaphoreSlim Keeping(CaseId draft) => _keeping[(uint)draft.GetHashCode() % _keeping.Length];

    private EvidenceOutcome.AlreadyAdded AlreadyAdded(Arrival arrival, SealedEvidence first)
    {
        Log.AlreadyThere(logger, first.Id, arrival.Draft);
        return new EvidenceOutcome.AlreadyAdded(first);
    }

    private EvidenceOutcome.Refused Refuse(Arrival arrival, EvidenceRefusal reason, string? signature = null)
    {
        Log.NotKept(logger, arrival.Number, arrival.Draft, reason);
        return new EvidenceOutcome.Refused(
            ShownName.Clean(arrival.Picture.Name, arrival.Number, extension: ""), reason, RefusalSentences.For(reason, options.Value, signature));
    }

    /// <param name="Number">Its place in the draft if all before it are kept.</param>
    /// <param name="Before">All before it in the same message: the one just before may be refused long before the others are there.</param>
    private sealed record Arrival(PracticeId Practice, CaseId Draft, PersonId Reporter, OfferedPicture Picture, int Number, Task Before);

    private static partial class Log
    {
        [LoggerMessage(2501, LogLevel.Information, "Evidence {Evidence} sealed for draft {Draft}: {Size} bytes, {State}")]
        public static partial void Kept(ILogger logger, EvidenceId evidence, CaseId draft, long size, EvidenceState state);

        [LoggerMessage(2502, LogLevel.Information, "Nothing sealed: evidence {Evidence} is already in draft {Draft}")]
        public static partial void AlreadyThere(ILogger logger, EvidenceId evidence, CaseId draft);

        [LoggerMessage(2503, LogLevel.Information, "Nothing sealed: picture {Number} of draft {Draft} was refused: {Reason}")]
        public static partial void NotKept(ILogger logger, int number, CaseId draft, EvidenceRefusal reason);

        [LoggerMessage(2505, LogLevel.Error, "Nothing sealed: the evidence store did not take a file: {Kind}")]
        public static partial void StoreFailed(ILogger logger, string kind);

        [LoggerMessage(2504, LogLevel.Information, "Evidence of draft {Draft} discarded")]
        public static partial void Discarded(ILogger logger, CaseId draft);
    }
}
