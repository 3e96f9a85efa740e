using System.Globalization;
using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

public class Conversations : IConversations
{
    public Conversations(ConnectorClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
    }

    public ConnectorClient Client { get; }

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        ServiceCall.Required(parameters, nameof(parameters));
        return WriteAsync<ConversationResourceResponse>(
            HttpMethod.Post, "v3/conversations", parameters, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        var path = Activities(conversationId);
        ServiceCall.Required(activity, nameof(activity));
        return WriteAsync<ResourceResponse>(HttpMethod.Post, path, activity, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        var path = OneActivity(conversationId, activityId);
        ServiceCall.Required(activity, nameof(activity));
        return WriteAsync<ResourceResponse>(HttpMethod.Put, path, activity, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        var path = OneActivity(conversationId, activityId);
        ServiceCall.Required(activity, nameof(activity));
        return WriteAsync<ResourceResponse>(HttpMethod.Post, path, activity, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Delete, ServiceCall.Address(Client.BaseUri, OneActivity(conversationId, activityId)));
        return Call().CallAsync<HttpOperationResponse>(
            request,
            customHeaders,
            status => status is HttpStatusCode.OK or HttpStatusCode.Accepted,
            Failed,
            cancellationToken);
    }

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetConversationMembersWithHttpMessagesAsync(
        string conversationId,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        ReadAsync<IList<ChannelAccount>>(
            $"{Conversation(conversationId)}/members", customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(
        string userId,
        string conversationId,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        ReadAsync<ChannelAccount>(
            $"{Conversation(conversationId)}/members/{Escaped(userId, nameof(userId))}", customHeaders, cancellationToken);

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(
        string conversationId,
        int? pageSize = default,
        string continuationToken = default,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        var query = new List<string>(2);
        if (pageSize != null)
        {
            query.Add("pageSize=" + pageSize.Value.ToString(CultureInfo.InvariantCulture));
        }

        if (continuationToken != null)
        {
            query.Add("continuationToken=" + Uri.EscapeDataString(continuationToken));
        }

        var path = $"{Conversation(conversationId)}/pagedmembers{(query.Count > 0 ? "?" : string.Empty)}{string.Join('&', query)}";
        return ReadAsync<PagedMembersResult>(path, customHeaders, cancellationToken);
    }

    private static string Conversation(string conversationId) =>
        $"v3/conversations/{Escaped(conversationId, nameof(conversationId))}";

    private static string Activities(string conversationId) => $"{Conversation(conversationId)}/activities";

    private static string OneActivity(string conversationId, string activityId) =>
        $"{Activities(conversationId)}/{Escaped(activityId, nameof(activityId))}";

    private static string Escaped(string id, string name) => Uri.EscapeDataString(ServiceCall.Required(id, name));

    private static ErrorResponseException Failed(
        string message, HttpRequestMessageWrapper request, HttpResponseMessageWrapper response) =>
        new(message) { Request = request, Response = response, Body = ErrorIn(response.Content) };

    /// <summary>A proxy on the way may answer with a page instead: then there is no body, only the text of the response.</summary>
    private static ErrorResponse ErrorIn(string text)
    {
        try
        {
            return BotJson.Read<ErrorResponse>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task<HttpOperationResponse<T>> WriteAsync<T>(
        HttpMethod method, string path, object body, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, ServiceCall.Address(Client.BaseUri, path))
        {
            Content = BotJson.ToContent(body),
        };
        return Call().SendAsync<T>(
            request,
            customHeaders,
            status => status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted,
            Failed,
            cancellationToken);
    }

    private Task<HttpOperationResponse<T>> ReadAsync<T>(
        string path, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, ServiceCall.Address(Client.BaseUri, path));
        return Call().SendAsync<T>(request, customHeaders, status => status is HttpStatusCode.OK, Failed, cancellationToken);
    }

    private ServiceCall Call() => new(Client.HttpClient, Client.Credentials);
}
