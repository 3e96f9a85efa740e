using Azure.Core;
using Azure.Identity;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>As whom the bot speaks to Graph: its registration with its secret or certificate where it has one, otherwise its managed identity.</summary>
internal static class GraphIdentity
{
    public static TokenCredential For(IConfiguration configuration, IHostEnvironment environment, GraphOptions options) =>
        options.BaseUrl is not null ? new StandIn()
        : configuration["MicrosoftAppPassword"] is { Length: > 0 } secret
            ? new ClientSecretCredential(configuration["MicrosoftAppTenantId"], configuration["MicrosoftAppId"], secret)
        : BotCertificate.IsSet(configuration)
            ? new ClientCertificateCredential(
                configuration["MicrosoftAppTenantId"], configuration["MicrosoftAppId"], BotCertificate.Open(configuration))
            : CloudIdentity.For(configuration, environment);

    /// <summary>A secret belongs to a registration in one tenant, which must be named.</summary>
    public static bool LacksTenant(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration["MicrosoftAppPassword"]) && string.IsNullOrEmpty(configuration["MicrosoftAppTenantId"]);

    /// <summary>For the stand-in on this machine: worth nothing anywhere else.</summary>
    private sealed class StandIn : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("for-this-machine", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
