using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Security;

/// <summary>Who may have which case in front of them, merged reports considered.</summary>
internal sealed class CaseViewers(CaseStore store, ApproverDirectory directory)
{
    /// <summary>
    /// The case for somebody who may decide it. A merged report is for those who may decide the case that it is merged into as well:
    /// whoever reported any of them decides none.
    /// </summary>
    /// <returns><c>null</c> for anybody else; nothing is written down about that.</returns>
    public async Task<OpenedCase?> ShowAsync(Case @case, PersonId viewer, CancellationToken cancellationToken)
    {
        var approvers = await directory.GetAsync(@case.Practice, cancellationToken);
        var main = await store.FindMainAsync(@case, cancellationToken);
        var mayDecide = ((Case?[])[@case, main]).OfType<Case>().All(each => approvers.For(each).Any(person => person.Id == viewer));
        return mayDecide ? new OpenedCase(@case, approvers, viewer) { Main = main } : null;
    }

    public async Task<bool> IsApproverAsync(Caller caller, CancellationToken cancellationToken) =>
        (await directory.GetAsync(caller.Practice, cancellationToken)).IsApprover(caller.Id);
}
