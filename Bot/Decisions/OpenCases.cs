using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// The open cases that somebody may decide. Filtered before they are paged: a page with a gap, or a total that is too high, would tell
/// of a case that is kept from them.
/// </summary>
internal sealed class OpenCases(CaseStore store, ApproverDirectory directory, TimeProvider time)
{
    public const int PageSize = 10;
    private const int Batch = 200;

    /// <param name="page">From 0. One that does not exist any more is the last.</param>
    public async Task<CaseListView> ListAsync(Caller caller, int page, CancellationToken cancellationToken)
    {
        var approvers = await directory.GetAsync(caller.Practice, cancellationToken);
        var mine = new List<Case>();
        for (var (batch, more) = (0, approvers.IsApprover(caller.Id)); more; batch++)
        {
            var cases = (await store.ListOpenAsync(caller.Practice, batch, Batch, cancellationToken)).Cases;
            mine.AddRange(cases.Where(@case => approvers.For(@case).Any(person => person.Id == caller.Id)));
            more = cases.Count == Batch;
        }

        var last = Math.Max(0, (mine.Count - 1) / PageSize);
        var shown = Math.Min(page, last);
        return new CaseListView([.. mine.Skip(shown * PageSize).Take(PageSize)], mine.Count, shown, last, time.GetUtcNow());
    }
}
