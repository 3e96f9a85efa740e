using System.Numerics;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// Finds cases of the same practice that may be about the same post: open ones, and those decided lately. Of a case that the viewer may
/// not see, nothing is said.
/// </summary>
internal sealed class TwinFinder(CaseStore store, EvidenceRecords evidence, IOptions<TwinOptions> options, TimeProvider time)
{
    public const int ShownAtMost = 3;

    /// <summary>More are not looked at: when half the town shares a post, a card is drawn as quickly as any other.</summary>
    private const int LookedAtAtMost = 8;

    /// <returns>The most alike first; none for a case that is not open.</returns>
    public async Task<IReadOnlyList<Twin>> FindAsync(OpenedCase opened, CancellationToken cancellationToken)
    {
        var @case = opened.Case;
        if (!@case.IsOpen)
        {
            return [];
        }

        var since = time.GetUtcNow().AddDays(-options.Value.Days);
        HashSet<CaseId> own = [.. @case.Family];
        var likeness = new Dictionary<CaseId, Likeness>();
        foreach (var id in await store.ListWithSameLinkAsync(@case.Practice, own, LookedAtAtMost, cancellationToken))
        {
            likeness[id] = Likeness.SameLink;
        }

        var pictures = await evidence.ListPictureHashesAsync(@case.Practice, own, since, cancellationToken);
        foreach (var id in LookAlikes(own, pictures).Take(LookedAtAtMost))
        {
            likeness[id] = likeness.GetValueOrDefault(id) | Likeness.SimilarPicture;
        }

        var twins = new Dictionary<CaseId, Twin>();
        foreach (var found in await store.FindAsync(@case.Practice, likeness.Keys, cancellationToken))
        {
            // A report that was merged is met where it is decided.
            var main = await store.FindMainAsync(found, cancellationToken) ?? found;
            twins[main.Id] = new Twin(main, likeness[found.Id] | (twins.GetValueOrDefault(main.Id)?.Likeness ?? Likeness.None));
        }

        return
        [
            .. twins.Values
                .Where(twin => !own.Contains(twin.Case.Id) && (twin.Case.IsOpen || twin.Case.Decision?.At >= since))
                .Where(twin => !@case.NotTwins.Intersect(twin.Case.Family).Any() && !twin.Case.NotTwins.Any(own.Contains))
                .Where(twin => opened.Approvers.For(twin.Case).Any(person => person.Id == opened.Viewer))
                .OrderByDescending(twin => twin.Case.IsOpen)
                .ThenByDescending(twin => BitOperations.PopCount((uint)twin.Likeness))
                .ThenBy(twin => twin.Case.ReportedAt)
                .Take(ShownAtMost),
        ];
    }

    private IEnumerable<CaseId> LookAlikes(HashSet<CaseId> own, IReadOnlyList<(CaseId Case, ulong Hash)> pictures)
    {
        List<ulong> mine = [.. pictures.Where(picture => own.Contains(picture.Case)).Select(picture => picture.Hash)];
        return pictures
            .Where(picture => !own.Contains(picture.Case) && mine.Any(hash => PictureHash.Distance(hash, picture.Hash) <= options.Value.PictureDistance))
            .Select(picture => picture.Case)
            .Distinct();
    }
}
