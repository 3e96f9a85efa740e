using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Security;

/// <summary>A case in front of somebody who may decide it at this moment.</summary>
internal sealed record OpenedCase(Case Case, Approvers Approvers);
