using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder;

/// <summary>The ways in which the bot itself starts a turn.</summary>
public abstract partial class CloudAdapterBase
{
    public override Task ContinueConversationAsync(
        string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ProcessProactiveAsync(CreateClaimsIdentity(botAppId), reference.GetContinuationActivity(), null, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), null, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(callback);
        return ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), audience, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(
        string botAppId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueConversationAsync(CreateClaimsIdentity(botAppId), continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueConversationAsync(claimsIdentity, continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentNullException.ThrowIfNull(continuationActivity);
        Require(continuationActivity.Conversation, "The continuation Activity should contain a Conversation value.");
        Require(continuationActivity.ServiceUrl, "The continuation Activity should contain a ServiceUrl value.");
        return ProcessProactiveAsync(claimsIdentity, continuationActivity, audience, callback, cancellationToken);
    }

    /// <summary>Creates a conversation on the channel, then runs a turn in it whose activity is the event "CreateConversation".</summary>
    public override async Task CreateConversationAsync(
        string botAppId,
        string channelId,
        string serviceUrl,
        string audience,
        ConversationParameters conversationParameters,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(string.IsNullOrEmpty(serviceUrl) ? null : serviceUrl, nameof(serviceUrl));
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);

        var identity = CreateClaimsIdentity(botAppId);
        identity.AddClaim(new Claim(AuthenticationConstants.ServiceUrlClaim, serviceUrl));
        var speaker = Speaker(identity, audience: null);

        using var connector = await speaker.ConnectorFactory.CreateAsync(serviceUrl, audience, cancellationToken).ConfigureAwait(false);
        var created = await connector.Conversations
            .CreateConversationAsync(conversationParameters, cancellationToken).ConfigureAwait(false);
        using var signIn = await BotFrameworkAuthentication.CreateUserTokenClientAsync(identity, cancellationToken).ConfigureAwait(false);
        using var context = new TurnContext(this, Announcement(created, channelId, serviceUrl, conversationParameters));
        Furnish(context, speaker, connector, signIn, callback);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a turn that nobody outside asked for.</summary>
    protected async Task ProcessProactiveAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        var speaker = Speaker(claimsIdentity, audience);
        Log.ProactiveTurn(Logger, continuationActivity.Conversation.Id);

        using var connector = await speaker.ConnectorFactory
            .CreateAsync(continuationActivity.ServiceUrl, audience, cancellationToken).ConfigureAwait(false);
        using var signIn = await BotFrameworkAuthentication
            .CreateUserTokenClientAsync(claimsIdentity, cancellationToken).ConfigureAwait(false);
        using var context = new TurnContext(this, continuationActivity);
        Furnish(context, speaker, connector, signIn, callback);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    private static Activity Announcement(
        ConversationResourceResponse created, string channelId, string serviceUrl, ConversationParameters parameters) =>
        new(ActivityTypes.Event)
        {
            Name = ActivityEventNames.CreateConversation,
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            Id = created.ActivityId ?? Guid.NewGuid().ToString("n"),
            Conversation = new ConversationAccount(id: created.Id, tenantId: parameters.TenantId),
            ChannelData = parameters.ChannelData,
            Recipient = parameters.Bot,
        };

    private static void Require(object value, string otherwise)
    {
        if (value is null)
        {
            throw new ArgumentException(otherwise);
        }
    }

    private AuthenticateRequestResult Speaker(ClaimsIdentity identity, string audience) => new()
    {
        ClaimsIdentity = identity,
        Audience = audience,
        ConnectorFactory = BotFrameworkAuthentication.CreateConnectorFactory(identity),
    };

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Debug, "Starting a turn in conversation {ConversationId}")]
        public static partial void ProactiveTurn(ILogger logger, string conversationId);
    }
}
