using System.Security.Claims;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// Hands out screenshots: to those who decide the case at this moment, those of merged reports too, and to whoever sent them. Everybody
/// else learns nothing, not even whether there is such a case; the attempt is kept in the case's own record.
/// </summary>
internal sealed class EvidenceDesk(
    Visitors visitors, CaseStore store, CaseViewers viewers, EvidenceShelf shelf, CustodyLog custody)
{
    /// <param name="reference">As it stands in the address: anything.</param>
    /// <param name="attempted">What was asked for, for the record when it is refused.</param>
    /// <returns><c>null</c> when there is no such case, or none for this person.</returns>
    public async Task<OpenedEvidence?> OpenAsync(
        ClaimsPrincipal signedIn, string reference, string attempted, CancellationToken cancellationToken)
    {
        // What is no reference is asked for all the same, so that its answer takes as long as any other.
        var parsed = CaseReference.Parse(reference) ?? default;
        var visitor = await visitors.FindAsync(signedIn, parsed, cancellationToken);
        if (await store.FindByReferenceAsync(visitor.Practice, parsed, cancellationToken) is not { } found)
        {
            return null;
        }

        if (visitor.OnRoster && await viewers.ShowAsync(found, visitor.Id, cancellationToken) is not null)
        {
            return new OpenedEvidence(found, visitor, AsApprover: true, await shelf.ListFamilyAsync(found, cancellationToken));
        }

        // Whoever sent them sees what came with this very report, and nothing of those that it was put together with.
        var all = await shelf.ListAsync(found, cancellationToken);
        var own = all.Where(picture => picture.Sender == visitor.Id && picture.CopyOf is null).ToList();
        if (visitor.OnRoster && (found.Reporter.Id == visitor.Id || own.Count > 0))
        {
            return new OpenedEvidence(found, visitor, AsApprover: false, own);
        }

        await custody.RefusedAsync(found, visitor, attempted, cancellationToken);
        return null;
    }

    /// <summary>Somebody who may see these pictures tried what only others may do with them.</summary>
    public Task RefuseAsync(OpenedEvidence opened, string attempted, CancellationToken cancellationToken) =>
        custody.RefusedAsync(opened.Case, opened.Visitor, attempted, cancellationToken);
}
