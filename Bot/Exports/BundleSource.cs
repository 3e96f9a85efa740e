using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Exports.Bundles;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>Gathers what a bundle of a case holds, and writes it.</summary>
internal sealed class BundleSource(
    IDbContextFactory<BotDbContext> contexts, CaseStore cases, EvidenceRecords records, EvidenceVault vault, Practices practices, PracticeClock clock)
{
    public const string Purged = "It was deleted for good, because its time was over.";
    public const string InQuarantine = "It has not been checked for harmful software yet, and nobody may open it before.";

    public const string TakenBack = "Whoever sent it took their report back.";

    public const string NotThere = "It is not there any more.";

    /// <param name="events">How many events of the chain count; <c>null</c> for all.</param>
    public async Task<BundleContents> GatherAsync(
        Case @case, int? events, ExportAudience audience, ExportCopies copies, CancellationToken cancellationToken)
    {
        var own = (await ChainAsync(@case, events, cancellationToken)).ToList();
        var (files, leftOut) = (new List<BundleFile>(), new List<LeftOut>());
        var chain = ChainExtract.Of(own);
        await AddFilesAsync(new MergedPart(ChainDocument.Path, @case, chain), copies, files, leftOut, cancellationToken);

        var merged = new List<MergedPart>();
        foreach (var report in @case.Merged)
        {
            // Of the other chains, too, only what there was when the evidence was asked for.
            if (await cases.FindAsync(@case.Practice, report.Id, cancellationToken) is { } other)
            {
                var links = (await ChainAsync(other, null, cancellationToken)).Where(link => events is null || link.Event.At <= own[^1].Event.At);
                merged.Add(new MergedPart(MergedPart.PathOf(merged.Count + 2), other, ChainExtract.Of(links)));
                await AddFilesAsync(merged[^1], copies, files, leftOut, cancellationToken, other.Reference);
            }
        }

        var name = (await practices.GetAsync(@case.Practice, cancellationToken)).Name;
        return new BundleContents(name, @case, audience, chain, files, clock.Zone) { LeftOut = leftOut, Merged = merged };
    }

    /// <exception cref="BundleException">A file cannot be had, or is not what was recorded.</exception>
    public Task<BundleMeasure> WriteAsync(BundleContents contents, Stream destination, CancellationToken cancellationToken) => BundleWriter.WriteAsync(
        contents,
        (file, stop) => vault.OpenAsync(contents.Case.Practice, file.Sealed.Id, stop),
        destination,
        cancellationToken);

    /// <param name="cameWith">The merged report; <c>null</c> for the case itself.</param>
    private async Task AddFilesAsync(
        MergedPart part, ExportCopies copies, List<BundleFile> files, List<LeftOut> leftOut, CancellationToken cancellationToken, CaseReference? cameWith = null)
    {
        var told = part.Chain.SelectMany(link => link.Event switch
        {
            CaseReported reported => reported.Evidence,
            EvidenceReceived received => [received.Evidence],
            _ => (IEnumerable<SealedEvidence>)[],
        }).Select(file => file.Id).ToHashSet();
        var isTakenBack = part.Case.ReporterLeftAt is not null || (cameWith is not null && part.Case.WithdrawnAt is not null);
        foreach (var original in part.Case.Evidence.Where(file => cameWith is null || told.Contains(file.Id)))
        {
            var copy = copies == ExportCopies.Redacted ? await NewestCopyAsync(part.Case, original, part.Chain, cancellationToken) : null;
            var why = isTakenBack ? TakenBack : copy is null ? await WhyNotAsync(part.Case, original.Id, cancellationToken) : null;
            if (why is not null)
            {
                leftOut.Add(new LeftOut(original, why));
                continue;
            }

            files.Add(BundleFile.From(files.Count + leftOut.Count + 1, original, copy) with { CameWith = cameWith });
        }
    }

    private async Task<IEnumerable<ChainLink>> ChainAsync(Case @case, int? events, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.CaseEvents.AsNoTracking()
            .Where(row => row.CaseId == @case.Id && row.Sequence <= (events ?? int.MaxValue))
            .OrderBy(row => row.Sequence)
            .Select(row => new { row.Sequence, row.Hash, row.Json })
            .ToListAsync(cancellationToken);
        return rows.Select(row => new ChainLink(row.Sequence, row.Hash, row.Json, CaseJson.ReadEvent(row.Json)));
    }

    /// <returns><c>null</c> when there is none that can be handed over.</returns>
    private async Task<SealedEvidence?> NewestCopyAsync(
        Case @case, SealedEvidence original, IReadOnlyList<ChainLink> chain, CancellationToken cancellationToken)
    {
        var copies = chain.Select(link => link.Event).OfType<EvidenceRedacted>().Where(redacted => redacted.Of == original.Id);
        return copies.LastOrDefault() is { Copy: var newest } && await WhyNotAsync(@case, newest.Id, cancellationToken) is null ? newest : null;
    }

    private async Task<string?> WhyNotAsync(Case @case, EvidenceId id, CancellationToken cancellationToken) =>
        (await records.FindAsync(@case.Practice, id, cancellationToken))?.State switch
        {
            EvidenceState.Kept => null,
            EvidenceState.Quarantined => InQuarantine,
            EvidenceState.Purged => Purged,
            null => NotThere,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
