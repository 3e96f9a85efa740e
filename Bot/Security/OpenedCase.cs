using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Security;

/// <summary>A case in front of somebody who may decide it at this moment.</summary>
/// <param name="Viewer">Whom it is in front of.</param>
internal sealed record OpenedCase(Case Case, Approvers Approvers, PersonId Viewer)
{
    /// <summary>The case that decides for this one, which this person may decide too; <c>null</c> unless it was merged.</summary>
    public Case? Main { get; init; }
}
