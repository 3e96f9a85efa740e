using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>Which files a case has, and which of them can be looked at.</summary>
internal sealed class EvidenceShelf(CaseStore store, EvidenceRecords records)
{
    /// <summary>
    /// All of them, in the order in which they came: those recorded for the case, and those that the case names and that came with a
    /// report that was joined to it, each with its redacted copies.
    /// </summary>
    public async Task<IReadOnlyList<ShelvedPicture>> ListAsync(Case @case, CancellationToken cancellationToken)
    {
        var found = (await records.ListForCaseAsync(@case.Practice, @case.Id, cancellationToken)).ToList();
        var missing = new List<SealedEvidence>();
        foreach (var file in @case.Evidence)
        {
            if (found.Exists(record => record.Id == file.Id))
            {
                continue;
            }

            if (await records.FindAsync(@case.Practice, file.Id, cancellationToken) is not { } elsewhere)
            {
                missing.Add(file);
                continue;
            }

            var beside = await records.ListForCaseAsync(@case.Practice, elsewhere.Case, cancellationToken);
            found.AddRange(beside.Where(record => record.Id == file.Id || record.RedactionOf == file.Id));
        }

        var infected = await InfectedAsync(@case, found, cancellationToken);
        return
        [
            .. found.Select(record => Shelve(@case, record, infected)),
            .. missing.Select(file => new ShelvedPicture(@case, file, PictureState.Missing, @case.Reporter.Id, CopyOf: null)),
        ];
    }

    /// <summary>
    /// What those who decide a case see: its files and those of every report that was merged into it. Of a report that was taken back
    /// nothing is shown any more.
    /// </summary>
    public async Task<IReadOnlyList<ShelvedPicture>> ListFamilyAsync(Case main, CancellationToken cancellationToken)
    {
        var pictures = new List<ShelvedPicture>();
        foreach (var id in main.Family)
        {
            if (id == main.Id)
            {
                pictures.AddRange(AsItStands(main, await ListAsync(main, cancellationToken)));
            }
            else if (await store.FindAsync(main.Practice, id, cancellationToken) is { } merged)
            {
                pictures.AddRange(AsItStands(merged, await ListAsync(merged, cancellationToken)));
            }
        }

        return pictures;
    }

    private static IEnumerable<ShelvedPicture> AsItStands(Case @case, IReadOnlyList<ShelvedPicture> pictures) =>
        (@case.WithdrawnAt ?? @case.ReporterLeftAt) is null
            ? pictures
            : pictures.Select(picture => picture.State is PictureState.Purged or PictureState.Infected ? picture : picture with { State = PictureState.TakenBack });

    /// <summary>
    /// Of what is destroyed, that in which the virus check found something: its event says so, or it went before its report was sent, when
    /// there was no chain to say it in and no rule by which anything is deleted.
    /// </summary>
    private async Task<HashSet<EvidenceId>> InfectedAsync(Case @case, List<EvidenceRecord> found, CancellationToken cancellationToken)
    {
        var destroyed = found.Where(record => record.State == EvidenceState.Purged).ToList();
        if (destroyed.Count == 0)
        {
            return [];
        }

        var said = (await store.ListEventsAsync(@case.Id, cancellationToken)).OfType<EvidenceInfected>().Select(infected => infected.Evidence);
        return [.. said, .. destroyed.Where(record => record.PurgedAt < @case.ReportedAt).Select(record => record.Id)];
    }

    private static ShelvedPicture Shelve(Case @case, EvidenceRecord record, HashSet<EvidenceId> infected) => new(
        @case,
        record.Evidence,
        record.State switch
        {
            EvidenceState.Kept => PictureState.Ready,
            EvidenceState.Quarantined => PictureState.InQuarantine,
            EvidenceState.Purged => infected.Contains(record.Id) ? PictureState.Infected : PictureState.Purged,
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        record.By,
        record.RedactionOf);
}
