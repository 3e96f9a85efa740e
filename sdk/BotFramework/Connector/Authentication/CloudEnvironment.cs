namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The addresses and names by which one cloud's channels and the bot know each other.</summary>
internal sealed record CloudEnvironment
{
    public static CloudEnvironment Public { get; } = new();

    public static CloudEnvironment Government { get; } = new()
    {
        LoginEndpoint = GovernmentAuthenticationConstants.ToChannelFromBotLoginUrl,
        OAuthScope = GovernmentAuthenticationConstants.ToChannelFromBotOAuthScope,
        TokenIssuer = GovernmentAuthenticationConstants.ToBotFromChannelTokenIssuer,
        OpenIdMetadataUrl = GovernmentAuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
        CallerId = Schema.CallerIdConstants.USGovChannel,
    };

    public string LoginEndpoint { get; init; } = AuthenticationConstants.ToChannelFromBotLoginUrlTemplate;

    public string OAuthScope { get; init; } = AuthenticationConstants.ToChannelFromBotOAuthScope;

    public string TokenIssuer { get; init; } = AuthenticationConstants.ToBotFromChannelTokenIssuer;

    public string OpenIdMetadataUrl { get; init; } = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;

    /// <summary>Written onto inbound activities as <c>callerId</c>. May be null.</summary>
    public string CallerId { get; init; } = Schema.CallerIdConstants.PublicAzureChannel;

    public bool ValidateAuthority { get; init; } = true;
}
