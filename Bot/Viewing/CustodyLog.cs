using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// Writes into a case's chain who looked at what, before they get it: what cannot be recorded is not shown. It is the chain of the case that
/// the file came with, also while that is merged into another one: what happened to a file stays with it.
/// </summary>
internal sealed partial class CustodyLog(CaseStore store, CaseRecorder recorder, TimeProvider time, ILogger<CustodyLog> logger)
{
    /// <summary>Asked for again within this time it is the same looking: the page was drawn anew, or a browser fetched twice.</summary>
    public static readonly TimeSpan OneLook = TimeSpan.FromMinutes(1);

    public async Task ViewedAsync(OpenedEvidence opened, ShelvedPicture picture, CancellationToken cancellationToken)
    {
        var (now, person) = (time.GetUtcNow(), opened.Visitor.Id);
        var before = await store.ListEventsAsync(picture.Case.Id, cancellationToken);
        if (!before.OfType<EvidenceViewed>().Any(look => look.Actor == person && look.Evidence == picture.Id && now - look.At < OneLook))
        {
            await recorder.AuditAsync(picture.Case, new EvidenceViewed(person, now, picture.Id, picture.File.Sha256), cancellationToken);
        }
    }

    public Task DownloadedAsync(OpenedEvidence opened, ShelvedPicture picture, CancellationToken cancellationToken) => recorder.AuditAsync(
        picture.Case, new EvidenceDownloaded(opened.Visitor.Id, time.GetUtcNow(), picture.Id, picture.File.Sha256), cancellationToken);

    /// <inheritdoc cref="CaseRecorder.AdoptCopyAsync"/>
    public Task<bool> RedactedAsync(OpenedEvidence opened, ShelvedPicture original, SealedEvidence copy, CancellationToken cancellationToken) => recorder.AdoptCopyAsync(
        original.Case,
        new EvidenceRedacted(opened.Visitor.Id, time.GetUtcNow(), original.Id, original.File.Sha256, copy),
        cancellationToken);

    public Task RefusedAsync(Case @case, Visitor visitor, string attempted, CancellationToken cancellationToken)
    {
        Log.Refused(logger, @case.Id, attempted);
        return recorder.AuditAsync(@case, new ActionRefused(visitor.Id, time.GetUtcNow(), attempted), cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(3403, LogLevel.Warning, "The evidence of case {Case} was not shown to somebody who may not see it ({Attempted})")]
        public static partial void Refused(ILogger logger, CaseId @case, string attempted);
    }
}
