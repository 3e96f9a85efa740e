using System.Numerics;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// Of the cases that may be about the same post, those that are shown: open ones, and those decided lately. Of a case that the viewer may
/// not see, nothing is said.
/// </summary>
internal sealed class TwinFinder(CaseStore store, IOptions<TwinOptions> options, TimeProvider time)
{
    public const int ShownAtMost = 3;

    /// <param name="alike"><see cref="KnownOfCase.Alike"/>.</param>
    /// <returns>The most alike first.</returns>
    public async Task<IReadOnlyList<Twin>> FindAsync(
        OpenedCase opened, IReadOnlyDictionary<CaseId, Likeness> alike, CancellationToken cancellationToken)
    {
        if (alike.Count == 0)
        {
            return [];
        }

        var @case = opened.Case;
        var since = time.GetUtcNow().AddDays(-options.Value.Days);
        HashSet<CaseId> own = [.. @case.Family];
        var twins = new Dictionary<CaseId, Twin>();
        foreach (var found in await store.FindAsync(@case.Practice, [.. alike.Keys], cancellationToken))
        {
            // A report that was merged is met where it is decided.
            var main = await store.FindMainAsync(found, cancellationToken) ?? found;
            twins[main.Id] = new Twin(main, alike[found.Id] | (twins.GetValueOrDefault(main.Id)?.Likeness ?? Likeness.None));
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
}
