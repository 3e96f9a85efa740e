namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes clients for the channel at a service URL, with the credentials of one bot.</summary>
public abstract class ConnectorFactory
{
    /// <param name="audience">What the outbound token is asked for; null means the cloud's usual one.</param>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}
