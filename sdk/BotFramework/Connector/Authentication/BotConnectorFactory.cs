namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Clients for one bot. A client is only a pair of an address and credentials: the connections below it and the tokens
/// inside the credentials are shared by all turns.
/// </summary>
internal sealed class BotConnectorFactory(
    string appId, CloudEnvironment environment, ServiceClientCredentialsFactory credentials, ConnectorHttp http)
    : ConnectorFactory
{
    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        var identity = await credentials
            .CreateCredentialsAsync(
                appId, audience ?? environment.OAuthScope, environment.LoginEndpoint, environment.ValidateAuthority, cancellationToken)
            .ConfigureAwait(false);
        return new ConnectorClient(new Uri(serviceUrl), identity, http.Client, disposeHttpClient: false);
    }
}
