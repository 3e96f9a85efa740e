using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>Which files a case has, and which of them can be looked at.</summary>
internal sealed class EvidenceShelf(EvidenceRecords records)
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
            .. found.Select(Shelve),
            .. missing.Select(file => new ShelvedPicture(file, PictureState.Missing, @case.Reporter.Id, CopyOf: null)),
        ];
    }

    private static ShelvedPicture Shelve(EvidenceRecord record) => new(
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
