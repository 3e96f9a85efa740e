using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The bot's credentials towards channels. A request gets the token only if it goes to a Bot Framework host: a service
/// URL is written by whoever sent the activity, and must not be able to lead the token away.
/// </summary>
public abstract partial class AppCredentials : ServiceClientCredentials
{
    private readonly Lazy<Lazy<IAuthenticator>> _authenticator;

    protected AppCredentials(
        string channelAuthTenant = null, HttpClient customHttpClient = null, ILogger logger = null, string oAuthScope = null)
    {
        OAuthScope = string.IsNullOrWhiteSpace(oAuthScope) ? AuthenticationConstants.ToChannelFromBotOAuthScope : oAuthScope;
        ChannelAuthTenant = channelAuthTenant;
        CustomHttpClient = customHttpClient;
        Logger = logger ?? NullLogger.Instance;
        _authenticator = new(BuildIAuthenticator);
    }

    /// <summary>The bot's app registration. Empty means that the bot has none, and its requests carry no token.</summary>
    public string MicrosoftAppId { get; set; }

    /// <summary>The tenant that issues the token: the bot's own, or Bot Framework's for a multi-tenant bot.</summary>
    public string ChannelAuthTenant
    {
        get => string.IsNullOrEmpty(AuthTenant) ? AuthenticationConstants.DefaultChannelAuthTenant : AuthTenant;
        set => AuthTenant = Uri.TryCreate(LoginUrlOf(value), UriKind.Absolute, out _)
            ? value
            : throw new ArgumentException($"Not a tenant: {value}", nameof(value));
    }

    public virtual string OAuthEndpoint => LoginUrlOf(ChannelAuthTenant);

    /// <summary>Whether the login endpoint is first looked up among Microsoft's own.</summary>
    public virtual bool ValidateAuthority => true;

    /// <summary>What the token is asked for.</summary>
    public virtual string OAuthScope { get; }

    protected string AuthTenant { get; set; }

    /// <summary>Used to ask for tokens; null means the library's own.</summary>
    protected HttpClient CustomHttpClient { get; set; }

    protected ILogger Logger { get; set; }

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!string.IsNullOrEmpty(MicrosoftAppId) && MicrosoftAppId != AuthenticationConstants.AnonymousSkillAppId)
        {
            if (TokenHosts.MayReceive(request.RequestUri, OAuthEndpoint))
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync().ConfigureAwait(false));
            }
            else
            {
                Log.TokenWithheld(Logger, request.RequestUri?.Host);
            }
        }

        await base.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The current outbound token, fetched if there is none that is still good.</summary>
    public async Task<string> GetTokenAsync(bool forceRefresh = false)
    {
        var result = await _authenticator.Value.Value.GetTokenAsync(forceRefresh).ConfigureAwait(false);
        return result.AccessToken;
    }

    protected abstract Lazy<IAuthenticator> BuildIAuthenticator();

    private static string LoginUrlOf(string tenant) =>
        string.Format(CultureInfo.InvariantCulture, AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, tenant);

    private static partial class Log
    {
        [LoggerMessage(4101, LogLevel.Warning, "Sent a request to {Host} without the bot's token: not a Bot Framework host")]
        public static partial void TokenWithheld(ILogger logger, string host);
    }
}
