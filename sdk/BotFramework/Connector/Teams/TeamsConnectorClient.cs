using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector.Teams;

public class TeamsConnectorClient : ServiceClient<TeamsConnectorClient>, ITeamsConnectorClient
{
    public TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, params DelegatingHandler[] handlers)
        : base(handlers)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        BaseUri = baseUri;
        Credentials = credentials;
        Teams = new TeamsOperations(this);
    }

    /// <param name="baseUri">The service URL that Teams put into its activities.</param>
    /// <param name="credentials">Null sends requests without a token.</param>
    /// <param name="customHttpClient">Sends the requests; stays the caller's.</param>
    public TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient)
        : base(customHttpClient, disposeHttpClient: false)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        BaseUri = baseUri;
        Credentials = credentials;
        Teams = new TeamsOperations(this);
    }

    public Uri BaseUri { get; set; }

    public JsonSerializerSettings SerializationSettings => BotJson.Settings;

    public JsonSerializerSettings DeserializationSettings => BotJson.Settings;

    public ServiceClientCredentials Credentials { get; }

    public virtual ITeamsOperations Teams { get; }
}
