namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Names, addresses and claim types of the Bot Framework protocol's public cloud.</summary>
public static class AuthenticationConstants
{
    /// <summary>Where a bot asks for its outbound token; {0} is the tenant.</summary>
    public const string ToChannelFromBotLoginUrlTemplate = "https://login.microsoftonline.com/{0}";

    /// <summary>The tenant that issues tokens to multi-tenant bots.</summary>
    public const string DefaultChannelAuthTenant = "botframework.com";

    /// <summary>What a bot asks a token for when it calls a channel.</summary>
    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com";

    /// <summary>Who signs the tokens a channel sends with its activities.</summary>
    public const string ToBotFromChannelTokenIssuer = "https://api.botframework.com";

    /// <summary>Where the channels' signing keys and their endorsements are published.</summary>
    public const string ToBotFromChannelOpenIdMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The application a token was issued to (tokens of version 2).</summary>
    public const string AuthorizedParty = "azp";

    /// <summary>Whom a token is meant for.</summary>
    public const string AudienceClaim = "aud";

    /// <summary>Which key signed a token.</summary>
    public const string KeyIdHeader = "kid";

    /// <summary>The version of a Microsoft Entra token.</summary>
    public const string VersionClaim = "ver";

    /// <summary>The application a token was issued to (tokens of version 1).</summary>
    public const string AppIdClaim = "appid";

    /// <summary>The address a channel wants its answers sent to.</summary>
    public const string ServiceUrlClaim = "serviceurl";

    /// <summary>The authentication type of an identity made while authentication is off.</summary>
    public const string AnonymousAuthType = "anonymous";

    /// <summary>The app id that stands for a skill while authentication is off.</summary>
    public const string AnonymousSkillAppId = "AnonymousSkill";

    /// <summary>The only signatures that are accepted on an inbound token.</summary>
    public static readonly HashSet<string> AllowedSigningAlgorithms = ["RS256", "RS384", "RS512"];
}
