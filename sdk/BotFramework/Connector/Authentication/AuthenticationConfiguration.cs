namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What a bot may demand of inbound tokens beyond the rules of the protocol.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Endorsements that a signing key must carry besides the activity's channel.</summary>
    public string[] RequiredEndorsements { get; set; } = [];

    /// <summary>Called with the claims of every token that passed; it refuses by throwing.</summary>
    public virtual ClaimsValidator ClaimsValidator { get; set; }

    /// <summary>Issuers whose tokens are looked at besides the cloud's own.</summary>
    public IEnumerable<string> ValidTokenIssuers { get; set; } = [];
}
