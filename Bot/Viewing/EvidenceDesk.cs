using System.Security.Claims;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// Hands out screenshots: to those who decide the case at this moment, and to whoever sent them. Everybody else learns nothing, not even
/// whether there is such a case; the attempt is kept in the case's own record.
/// </summary>
internal sealed class EvidenceDesk(
    Visitors visitors, CaseStore store, ApproverDirectory directory, EvidenceShelf shelf, CustodyLog custody)
{
    /// <param name="reference">As it stands in the address: anything.</param>
    /// <param name="attempted">What was asked for, for the record when it is refused.</param>
    /// <returns><c>null</c> when there is no such case, or none for this person.</returns>
    public async Task<OpenedEvidence?> OpenAsync(
        ClaimsPrincipal signedIn, string reference, string attempted, CancellationToken cancellationToken)
    {
        var visitor = await visitors.FindAsync(signedIn, cancellationToken);
        var approvers = await directory.GetAsync(visitor.Practice, cancellationToken);
        if (CaseReference.Parse(reference) is not { } parsed
            || await store.FindByReferenceAsync(visitor.Practice, parsed, cancellationToken) is not { } found)
        {
            return null;
        }

        var all = await shelf.ListAsync(found, cancellationToken);
        if (visitor.OnRoster && approvers.For(found).Any(person => person.Id == visitor.Id))
        {
            return new OpenedEvidence(found, visitor, AsApprover: true, found.WithdrawnAt is null ? all : TakenBack(all));
        }

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

    private static List<ShelvedPicture> TakenBack(IReadOnlyList<ShelvedPicture> all) =>
        [.. all.Select(picture => picture.State == PictureState.Purged ? picture : picture with { State = PictureState.TakenBack })];
}
