using System.Net;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Teams;

public class TeamsOperations : ITeamsOperations
{
    public TeamsOperations(TeamsConnectorClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
    }

    public TeamsConnectorClient Client { get; }

    public Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(
        string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        ReadAsync<ConversationList>($"{Team(teamId)}/conversations", customHeaders, cancellationToken);

    public Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(
        string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        ReadAsync<TeamDetails>(Team(teamId), customHeaders, cancellationToken);

    private static string Team(string teamId) =>
        $"v3/teams/{Uri.EscapeDataString(ServiceCall.Required(teamId, nameof(teamId)))}";

    private static HttpOperationException Failed(
        string message, HttpRequestMessageWrapper request, HttpResponseMessageWrapper response) =>
        new(message) { Request = request, Response = response };

    private Task<HttpOperationResponse<T>> ReadAsync<T>(
        string path, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, ServiceCall.Address(Client.BaseUri, path));
        return new ServiceCall(Client.HttpClient, Client.Credentials)
            .SendAsync<T>(request, customHeaders, status => status is HttpStatusCode.OK, Failed, cancellationToken);
    }
}
