using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;

namespace Rowcroft.TeamsBot.People;

/// <summary>Calls Teams as the bot itself, outside anybody's turn. It only asks; whoever wants to say something goes through Delivery.</summary>
internal sealed class TeamConnector(BotFrameworkAuthentication authentication, IConfiguration configuration)
{
    public async Task<IConnectorClient> ConnectAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        var appId = configuration["MicrosoftAppId"] ?? "";
        var identity = new ClaimsIdentity(
        [
            new Claim(AuthenticationConstants.AudienceClaim, appId),
            new Claim(AuthenticationConstants.AppIdClaim, appId),
        ]);
        return await authentication.CreateConnectorFactory(identity)
            .CreateAsync(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope, cancellationToken);
    }
}
