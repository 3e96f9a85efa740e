using System.Security.Cryptography;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Sealed files and their keys: each record has its own AES-256-GCM key and its own sealed file.</summary>
/// <remarks>
/// A file is kept first and recorded after; a key is destroyed first and its bytes removed after. So a crash can leave a file without a
/// record, or bytes without a key, which the sweep removes; never a record without its file.
/// </remarks>
internal sealed partial class EvidenceVault(
    IEvidenceStore store,
    EvidenceRecords records,
    EvidenceKeys keys,
    TimeProvider time,
    ILogger<EvidenceVault> logger)
{
    /// <summary>A place for a file that is about to come.</summary>
    /// <exception cref="StoreFailedException"></exception>
    public async Task<PendingSeal> BeginAsync(CancellationToken cancellationToken) => new(await store.BeginAsync(cancellationToken));

    /// <summary>Keeps a finished file and records it.</summary>
    /// <param name="record">Of this file; its seal is put in here.</param>
    /// <returns>What is recorded: for a file that this draft already has, the record of the first time.</returns>
    /// <exception cref="StoreFailedException"></exception>
    /// <exception cref="DraftSentException">Nothing of it is left.</exception>
    public async Task<EvidenceRecord> KeepAsync(PendingSeal pending, EvidenceRecord record, CancellationToken cancellationToken)
    {
        var seal = new EvidenceSeal(pending.Finished.Address, keys.Wrap(pending.Key, pending.Id));
        await pending.KeepAsync(cancellationToken);

        try
        {
            // When this fails otherwise nobody knows whether the record is there. So the file stays: the sweep asks again when it is certain.
            var recorded = await records.AddAsync(record with { Seal = seal }, cancellationToken);
            if (recorded.Id != record.Id)
            {
                await store.DeleteAsync(seal.Address, cancellationToken);
            }

            return recorded;
        }
        catch (DraftSentException)
        {
            await store.DeleteAsync(seal.Address, cancellationToken);
            throw;
        }
    }

    /// <returns>
    /// The plain bytes, seekable, decrypted as they are read; <c>null</c> when there is nothing to show: another practice's, in quarantine,
    /// purged, missing, or not what was sealed. Every byte was checked before it is returned.
    /// </returns>
    public async Task<Stream?> OpenAsync(PracticeId practice, EvidenceId id, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(practice, id, cancellationToken) is not { State: EvidenceState.Kept } record)
        {
            return null;
        }

        var (check, plain) = await ReadAsync(record, cancellationToken);
        if (check != SealCheck.Intact)
        {
            Log.NotShown(logger, id, check);
        }

        return plain;
    }

    /// <summary>The plain bytes of what is in quarantine, for nothing but a scan.</summary>
    public async Task<Stream?> OpenForScanAsync(EvidenceRecord record, CancellationToken cancellationToken) =>
        record.State == EvidenceState.Quarantined ? (await ReadAsync(record, cancellationToken)).Plain : null;

    /// <summary>Reads every byte again and compares with what was recorded when it came.</summary>
    public async Task<SealCheck> CheckAsync(PracticeId practice, EvidenceId id, CancellationToken cancellationToken)
    {
        var record = await records.FindAsync(practice, id, cancellationToken);
        if (record is null or { State: EvidenceState.Purged })
        {
            return record is null ? SealCheck.Missing : SealCheck.Purged;
        }

        var (check, plain) = await ReadAsync(record, cancellationToken);
        if (plain is not null)
        {
            await plain.DisposeAsync();
        }

        return check == SealCheck.Intact && record.State == EvidenceState.Quarantined ? SealCheck.InQuarantine : check;
    }

    /// <summary>
    /// Seals a redacted copy: a record of its own, with its own key. It waits under an id of its own (<see cref="WaitingFor"/>) until the case
    /// takes it together with the event that says so. What is never taken goes as a draft that nobody sends.
    /// </summary>
    /// <param name="content">Read once, from its current position.</param>
    /// <exception cref="InvalidOperationException">This practice has no such original that could be shown.</exception>
    /// <exception cref="StoreFailedException"></exception>
    public async Task<SealedEvidence> SealCopyAsync(
        PracticeId practice,
        EvidenceId original,
        Stream content,
        string name,
        string contentType,
        PersonId by,
        CancellationToken cancellationToken)
    {
        if (await records.FindAsync(practice, original, cancellationToken) is not { State: EvidenceState.Kept, RedactionOf: null })
        {
            throw new InvalidOperationException($"Evidence {original} cannot be redacted.");
        }

        await using var pending = await BeginAsync(cancellationToken);
        await content.CopyToAsync(pending.Destination, cancellationToken);
        var finished = await pending.FinishAsync(cancellationToken);
        var copy = new SealedEvidence(pending.Id, name, contentType, finished.Size, finished.Sha256, time.GetUtcNow());
        var record = new EvidenceRecord(copy, practice, WaitingFor(copy.Id), by, EvidenceState.Kept, Unsealed) { RedactionOf = original };
        var recorded = await KeepAsync(pending, record, cancellationToken);
        Log.CopySealed(logger, recorded.Id, original);
        return recorded.Evidence;
    }

    /// <summary>Under which id a redacted copy waits.</summary>
    public static CaseId WaitingFor(EvidenceId copy) => new(copy.Value);

    /// <summary>Destroys the key first, then the bytes; the record stays with its hash. Doing it twice is harmless.</summary>
    public async Task PurgeAsync(PracticeId practice, EvidenceId id, CancellationToken cancellationToken)
    {
        await records.PurgeAsync(practice, id, time.GetUtcNow(), cancellationToken);
        if (await records.FindAsync(practice, id, cancellationToken) is { State: EvidenceState.Purged } purged)
        {
            await store.DeleteAsync(purged.Seal.Address, cancellationToken);
            Log.Purged(logger, id);
        }
    }

    /// <summary>Forgets a draft: its records with their keys first, then the bytes.</summary>
    public async Task DiscardAsync(CaseId draft, CancellationToken cancellationToken)
    {
        foreach (var address in await records.DeleteDraftAsync(draft, cancellationToken))
        {
            await store.DeleteAsync(address, cancellationToken);
        }
    }

    /// <summary>The seal of what is not sealed yet.</summary>
    public static EvidenceSeal Unsealed { get; } = new("", null);

    private async Task<(SealCheck Check, Stream? Plain)> ReadAsync(EvidenceRecord record, CancellationToken cancellationToken)
    {
        if (record.Seal.WrappedKey is not { } wrapped || keys.Unwrap(wrapped, record.Id) is not { } key)
        {
            return (SealCheck.Unreadable, null);
        }

        Stream? plain = null;
        try
        {
            if (await store.OpenAsync(record.Seal.Address, cancellationToken) is not { } sealedBytes)
            {
                return (SealCheck.Missing, null);
            }

            plain = await UnsealedStream.OpenAsync(sealedBytes, key, record.Id, leaveOpen: false, cancellationToken);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(plain, cancellationToken));
            if (hash == record.Evidence.Sha256)
            {
                plain.Position = 0;
                return (SealCheck.Intact, Interlocked.Exchange(ref plain, null));
            }

            return (SealCheck.Changed, null);
        }
        catch (BrokenSealException)
        {
            return (SealCheck.Changed, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (SealCheck.Unreadable, null);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            await (plain?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2531, LogLevel.Warning, "Evidence {Evidence} was not shown: {Check}")]
        public static partial void NotShown(ILogger logger, EvidenceId evidence, SealCheck check);

        [LoggerMessage(2532, LogLevel.Information, "Evidence {Copy} sealed: a redacted copy of {Original}")]
        public static partial void CopySealed(ILogger logger, EvidenceId copy, EvidenceId original);

        [LoggerMessage(2533, LogLevel.Information, "Evidence {Evidence} purged: its key and its bytes are gone")]
        public static partial void Purged(ILogger logger, EvidenceId evidence);
    }
}
