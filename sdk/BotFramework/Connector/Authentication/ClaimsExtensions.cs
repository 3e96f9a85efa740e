using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What the claims of a token say about applications.</summary>
internal static class ClaimsExtensions
{
    /// <summary>The value of the first claim of a type, or null.</summary>
    public static string ValueOf(this IEnumerable<Claim> claims, string type) => claims.FirstOrDefault(claim => claim.Type == type)?.Value;

    /// <summary>The application that a token was issued to.</summary>
    public static string GetAppIdFromClaims(this IEnumerable<Claim> claims) => claims.ValueOf(AuthenticationConstants.VersionClaim) switch
    {
        null or "" or "1.0" => claims.ValueOf(AuthenticationConstants.AppIdClaim),
        "2.0" => claims.ValueOf(AuthenticationConstants.AuthorizedParty),
        _ => null,
    };

    /// <summary>
    /// True for a token that one bot sends another: a Microsoft Entra token whose audience is an application other than
    /// the one it was issued to. A channel's token has no version, or is made out to the protocol itself.
    /// </summary>
    public static bool IsSkillClaim(this IEnumerable<Claim> claims)
    {
        var all = claims as ICollection<Claim> ?? [.. claims];
        if (all.Any(claim => claim is { Type: AuthenticationConstants.AppIdClaim, Value: AuthenticationConstants.AnonymousSkillAppId }))
        {
            return true;
        }

        var audience = all.ValueOf(AuthenticationConstants.AudienceClaim);
        var appId = all.GetAppIdFromClaims();
        return !string.IsNullOrWhiteSpace(all.ValueOf(AuthenticationConstants.VersionClaim))
            && !string.IsNullOrWhiteSpace(audience)
            && !AuthenticationConstants.ToBotFromChannelTokenIssuer.Equals(audience, StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrWhiteSpace(appId)
            && appId != audience;
    }

    /// <summary>The bot an identity speaks for: the audience of an inbound token, or else the application it names.</summary>
    public static string BotAppId(this ClaimsIdentity identity) =>
        identity.Claims.ValueOf(AuthenticationConstants.AudienceClaim) ?? identity.Claims.ValueOf(AuthenticationConstants.AppIdClaim);
}
