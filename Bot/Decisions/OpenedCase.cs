using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>A case in front of somebody who may decide it at this moment.</summary>
internal sealed record OpenedCase(Case Case, Approvers Approvers);
