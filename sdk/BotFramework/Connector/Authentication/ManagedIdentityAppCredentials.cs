using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials of a bot that runs under a user-assigned managed identity and so has no password.</summary>
public class ManagedIdentityAppCredentials : AppCredentials
{
    public ManagedIdentityAppCredentials(string appId, string oAuthScope, HttpClient customHttpClient = null, ILogger logger = null)
        : base(channelAuthTenant: null, customHttpClient, logger, oAuthScope)
    {
        ArgumentNullException.ThrowIfNull(string.IsNullOrWhiteSpace(appId) ? null : appId, nameof(appId));
        MicrosoftAppId = appId;
    }

    protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(() =>
        new TokenCredentialAuthenticator(new ManagedIdentityCredential(IdentityOptions()), OAuthScope, TimeProvider.System));

    private ManagedIdentityCredentialOptions IdentityOptions()
    {
        var options = new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(MicrosoftAppId));
        if (CustomHttpClient is not null)
        {
            options.Transport = new HttpClientTransport(CustomHttpClient);
        }

        return options;
    }
}
