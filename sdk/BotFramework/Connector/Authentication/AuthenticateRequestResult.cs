using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Who sent an activity, and how to answer them.</summary>
public class AuthenticateRequestResult
{
    /// <summary>What outbound tokens of this turn are asked for.</summary>
    public string Audience { get; set; }

    /// <summary>The claims of the caller's token.</summary>
    public ClaimsIdentity ClaimsIdentity { get; set; }

    /// <summary>The cloud the activity came through; null while authentication is off.</summary>
    public string CallerId { get; set; }

    /// <summary>Makes the clients that answer the caller.</summary>
    public ConnectorFactory ConnectorFactory { get; set; }
}
