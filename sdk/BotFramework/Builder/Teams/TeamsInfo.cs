using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>
/// Asks Teams about the team or the chat of a turn. Where a team is meant and none is named it is the turn's own; in a
/// turn outside any team that throws <see cref="InvalidOperationException"/>.
/// </summary>
public static class TeamsInfo
{
    public static async Task<TeamDetails> GetTeamDetailsAsync(
        ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
    {
        var team = TeamOf(turnContext, teamId);
        return await TeamsClient(turnContext).Teams.FetchTeamDetailsAsync(team, cancellationToken);
    }

    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(
        ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
    {
        var team = TeamOf(turnContext, teamId);
        var channels = await TeamsClient(turnContext).Teams.FetchChannelListAsync(team, cancellationToken);
        return channels.Conversations;
    }

    public static Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, TeamOrChatOf(turnContext), cancellationToken);

    public static Task<TeamsChannelAccount> GetTeamMemberAsync(
        ITurnContext turnContext, string userId, string teamId = null, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, TeamOf(turnContext, teamId), cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext,
        int? pageSize = default,
        string continuationToken = default,
        CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, TeamOrChatOf(turnContext), pageSize, continuationToken, cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(
        ITurnContext turnContext,
        string teamId = null,
        string continuationToken = default,
        int? pageSize = default,
        CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, TeamOf(turnContext, teamId), pageSize, continuationToken, cancellationToken);

    /// <summary>Starts a new thread in a channel of the team.</summary>
    /// <returns>Where the thread is, and the id of its first message.</returns>
    public static async Task<Tuple<ConversationReference, string>> SendMessageToTeamsChannelAsync(
        ITurnContext turnContext, IActivity activity, string teamsChannelId, string botAppId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity == null)
        {
            throw new InvalidOperationException("The turn must have an activity.");
        }

        if (string.IsNullOrEmpty(teamsChannelId))
        {
            throw new ArgumentNullException(nameof(teamsChannelId));
        }

        var thread = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = teamsChannelId } },
            Activity = (Activity)activity,
        };
        ConversationReference reference = null;
        var firstId = string.Empty;
        await turnContext.Adapter.CreateConversationAsync(
            botAppId, Channels.Msteams, turnContext.Activity.ServiceUrl, null, thread, Remember, cancellationToken);
        return Tuple.Create(reference, firstId);

        Task Remember(ITurnContext started, CancellationToken ct)
        {
            reference = started.Activity.GetConversationReference();
            firstId = started.Activity.Id;
            return Task.CompletedTask;
        }
    }

    /// <summary>Reads the Teams properties of an account out of what its JSON said beyond the common ones.</summary>
    internal static TeamsChannelAccount AsTeamsMember(ChannelAccount account) =>
        JObject.FromObject(account, BotJson.Serializer).ToObject<TeamsChannelAccount>(BotJson.Serializer);

    private static async Task<TeamsChannelAccount> MemberAsync(
        ITurnContext turnContext, string userId, string conversationId, CancellationToken cancellationToken)
    {
        var client = Client(turnContext);
        Require(conversationId, "The GetMembers operation needs a valid conversation Id.");
        Require(userId, "The GetMembers operation needs a valid user Id.");
        return AsTeamsMember(await client.Conversations.GetConversationMemberAsync(userId, conversationId, cancellationToken));
    }

    private static async Task<TeamsPagedMembersResult> PageAsync(
        ITurnContext turnContext, string conversationId, int? pageSize, string continuationToken, CancellationToken cancellationToken)
    {
        var client = Client(turnContext);
        Require(conversationId, "The GetMembers operation needs a valid conversation Id.");
        var page = await client.Conversations.GetConversationPagedMembersAsync(
            conversationId, pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult(page.ContinuationToken, [.. page.Members.Select(AsTeamsMember)]);
    }

    private static string TeamOf(ITurnContext turnContext, string teamId) =>
        teamId
        ?? turnContext.Activity.TeamsGetTeamInfo()?.Id
        ?? throw new InvalidOperationException("This method is only valid within the scope of MS Teams Team.");

    private static string TeamOrChatOf(ITurnContext turnContext) =>
        turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity.Conversation?.Id;

    private static void Require(string id, string message)
    {
        if (id == null)
        {
            throw new InvalidOperationException(message);
        }
    }

    private static IConnectorClient Client(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>() ?? throw new InvalidOperationException("This method requires a connector client.");

    /// <summary>Over the same HTTP client as the turn's connector, so that connections are shared.</summary>
    private static TeamsConnectorClient TeamsClient(ITurnContext turnContext) => Client(turnContext) switch
    {
        ConnectorClient client => new TeamsConnectorClient(client.BaseUri, client.Credentials, client.HttpClient),
        var client => new TeamsConnectorClient(client.BaseUri, client.Credentials),
    };
}
