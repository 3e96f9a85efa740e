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

        return
        [
            .. found.Select(record => Shelve(@case, record)),
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
            : pictures.Select(picture => picture.State == PictureState.Purged ? picture : picture with { State = PictureState.TakenBack });

    private static ShelvedPicture Shelve(Case @case, EvidenceRecord record) => new(
        @case,
        record.Evidence,
        record.State switch
        {
            EvidenceState.Kept => PictureState.Ready,
            EvidenceState.Quarantined => PictureState.InQuarantine,
            EvidenceState.Purged => PictureState.Purged,
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        record.By,
        record.RedactionOf);
}
