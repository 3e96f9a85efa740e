using System.Security.Claims;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Tells a call from another bot from one that comes over a channel: its token is issued to an app that is
/// neither ourselves nor the connector.
/// </summary>
internal static class CallingBot
{
    private const string AnonymousSkill = "AnonymousSkill";
    private const string Connector = "https://api.botframework.com";
    private const string GovernmentConnector = "https://api.botframework.us";

    public static bool IsIn(ClaimsIdentity identity)
    {
        var version = identity.FindFirst("ver")?.Value;
        var caller = identity.FindFirst(version == "2.0" ? "azp" : "appid")?.Value;
        if (caller == AnonymousSkill)
        {
            return true;
        }

        var audience = identity.FindFirst("aud")?.Value;
        return !string.IsNullOrWhiteSpace(version)
            && !string.IsNullOrWhiteSpace(audience)
            && audience is not (Connector or GovernmentConnector)
            && !string.IsNullOrWhiteSpace(caller)
            && caller != audience;
    }
}
