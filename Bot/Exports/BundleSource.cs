using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Exports.Bundles;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>Gathers what a bundle of a case holds, and writes it.</summary>
internal sealed class BundleSource(
    IDbContextFactory<BotDbContext> contexts, EvidenceRecords records, EvidenceVault vault, IOptions<PracticeOptions> practice)
{
    public const string Purged = "It was deleted for good, because its time was over.";
    public const string InQuarantine = "It has not been checked for harmful software yet, and nobody may open it before.";

    public const string NotThere = "It is not there any more.";

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(practice.Value.TimeZone);

    /// <param name="events">How many events of the chain count; <c>null</c> for all.</param>
    public async Task<BundleContents> GatherAsync(
        Case @case, int? events, ExportAudience audience, ExportCopies copies, CancellationToken cancellationToken)
    {
        var chain = ChainExtract.Of(await ChainAsync(@case, events, cancellationToken));
        var (files, leftOut) = (new List<BundleFile>(), new List<LeftOut>());
        foreach (var original in @case.Evidence)
        {
            var copy = copies == ExportCopies.Redacted ? await NewestCopyAsync(@case, original, chain, cancellationToken) : null;
            if (copy is null && await WhyNotAsync(@case, original.Id, cancellationToken) is { } why)
            {
                leftOut.Add(new LeftOut(original, why));
                continue;
            }

            files.Add(BundleFile.From(files.Count + leftOut.Count + 1, original, copy));
        }

        return new BundleContents(practice.Value.Name, @case, audience, chain, files, _zone) { LeftOut = leftOut };
    }

    /// <exception cref="BundleException">A file cannot be had, or is not what was recorded.</exception>
    public Task<BundleMeasure> WriteAsync(BundleContents contents, Stream destination, CancellationToken cancellationToken) => BundleWriter.WriteAsync(
        contents,
        (file, stop) => vault.OpenAsync(contents.Case.Practice, file.Sealed.Id, stop),
        destination,
        cancellationToken);

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
