using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Puts the bot's own token on a request, as its calls to the connector carry it. Reads the same settings; without an app id there is no
/// token to add.
/// </summary>
internal sealed class BotToken(ServiceClientCredentialsFactory credentials, IConfiguration configuration)
{
    /// <param name="fresh">The token that is kept was refused: it is replaced by a new one.</param>
    public async Task AddAsync(HttpRequestMessage request, bool fresh, CancellationToken cancellationToken)
    {
        if (await OwnAsync(cancellationToken) is not { } own)
        {
            return;
        }

        if (fresh && own is AppCredentials renewable)
        {
            await renewable.GetTokenAsync(forceRefresh: true);
        }

        await own.ProcessHttpRequestAsync(request, cancellationToken);
    }

    /// <summary>Asks for a token as if there were none; without an app id there is nothing to ask for. Throws whatever kept it from being had.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (await OwnAsync(cancellationToken) is AppCredentials own)
        {
            await own.GetTokenAsync(forceRefresh: true).WaitAsync(cancellationToken);
        }
    }

    private async Task<ServiceClientCredentials?> OwnAsync(CancellationToken cancellationToken)
    {
        var appId = configuration[MicrosoftAppCredentials.MicrosoftAppIdKey];
        if (string.IsNullOrEmpty(appId))
        {
            return null;
        }

        var scope = configuration["ToChannelFromBotOAuthScope"] ?? AuthenticationConstants.ToChannelFromBotOAuthScope;

        // With the place for the tenant left open, as the connector's own calls ask for it: the credentials know whose bot it is.
        var login = configuration["ToChannelFromBotLoginUrl"] ?? AuthenticationConstants.ToChannelFromBotLoginUrlTemplate;
        var validateAuthority = bool.Parse(configuration["ValidateAuthority"] ?? bool.TrueString);
        return await credentials.CreateCredentialsAsync(appId, scope, login, validateAuthority, cancellationToken);
    }
}
