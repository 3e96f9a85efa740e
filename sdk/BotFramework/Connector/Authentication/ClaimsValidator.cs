using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A bot's own check of the claims of an inbound token.</summary>
public abstract class ClaimsValidator
{
    /// <exception cref="UnauthorizedAccessException">The claims are refused.</exception>
    public abstract Task ValidateClaimsAsync(IList<Claim> claims);
}
