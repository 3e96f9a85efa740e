using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials made of an app id and a password (client secret).</summary>
public class MicrosoftAppCredentials : AppCredentials
{
    public const string MicrosoftAppTypeKey = "MicrosoftAppType";

    public const string MicrosoftAppIdKey = "MicrosoftAppId";

    public const string MicrosoftAppPasswordKey = "MicrosoftAppPassword";

    public const string MicrosoftAppTenantIdKey = "MicrosoftAppTenantId";

    /// <summary>The credentials of a bot without an app registration.</summary>
    public static readonly MicrosoftAppCredentials Empty = new(null, null);

    public MicrosoftAppCredentials(string appId, string password)
        : this(appId, password, null, null, null, null)
    {
    }

    public MicrosoftAppCredentials(string appId, string password, HttpClient customHttpClient)
        : this(appId, password, null, customHttpClient, null, null)
    {
    }

    public MicrosoftAppCredentials(
        string appId, string password, HttpClient customHttpClient, ILogger logger, string oAuthScope = null)
        : this(appId, password, null, customHttpClient, logger, oAuthScope)
    {
    }

    public MicrosoftAppCredentials(
        string appId,
        string password,
        string channelAuthTenant,
        HttpClient customHttpClient,
        ILogger logger = null,
        string oAuthScope = null)
        : base(channelAuthTenant, customHttpClient, logger, oAuthScope)
    {
        MicrosoftAppId = appId;
        MicrosoftAppPassword = password;
    }

    public string MicrosoftAppPassword { get; set; }

    protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(() => new MsalAppCredentials(
        ConfidentialClient.Create(
            MicrosoftAppId, client => client.WithClientSecret(MicrosoftAppPassword), OAuthEndpoint, ValidateAuthority, CustomHttpClient),
        MicrosoftAppId,
        OAuthEndpoint,
        OAuthScope,
        ValidateAuthority,
        Logger));
}
