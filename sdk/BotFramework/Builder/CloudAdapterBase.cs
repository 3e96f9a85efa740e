using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder;

/// <summary>Carries turns between a bot and the channels of a cloud, over whatever brings the activities in.</summary>
public abstract partial class CloudAdapterBase : BotAdapter
{
    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(botFrameworkAuthentication);
        BotFrameworkAuthentication = botFrameworkAuthentication;
        Logger = logger ?? NullLogger.Instance;
    }

    protected BotFrameworkAuthentication BotFrameworkAuthentication { get; }

    protected ILogger Logger { get; }

    /// <summary>
    /// Sends to the channel, with two exceptions: a delay is waited for here, and the answer to an invoke is kept for the
    /// response to the request. Traces go to the emulator only.
    /// </summary>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            activities[i].Id = null;
            var response = await SendAsync(turnContext, activities[i], cancellationToken).ConfigureAwait(false);
            responses[i] = response ?? new ResourceResponse(activities[i].Id ?? string.Empty);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        return Conversations(turnContext).UpdateActivityAsync(activity, cancellationToken);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        return Conversations(turnContext).DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId, cancellationToken);
    }

    /// <summary>Runs a turn for an activity that came in from outside, if its sender may send it.</summary>
    /// <returns>What to answer the request with, or null if there is nothing to say.</returns>
    /// <exception cref="UnauthorizedAccessException">The sender was refused; nothing was run.</exception>
    protected async Task<InvokeResponse> ProcessActivityAsync(
        string authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken).ConfigureAwait(false);
        return await ProcessActivityAsync(caller, activity, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a turn for an activity whose sender has been checked.</summary>
    protected async Task<InvokeResponse> ProcessActivityAsync(
        AuthenticateRequestResult authenticateRequestResult, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var caller = authenticateRequestResult;
        activity.CallerId = caller.CallerId;

        using var connector = await caller.ConnectorFactory
            .CreateAsync(activity.ServiceUrl, caller.Audience, cancellationToken).ConfigureAwait(false);
        using var signIn = await BotFrameworkAuthentication
            .CreateUserTokenClientAsync(caller.ClaimsIdentity, cancellationToken).ConfigureAwait(false);
        using var context = new TurnContext(this, activity);
        Furnish(context, caller, connector, signIn, callback);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
        return AnswerOf(context);
    }

    /// <summary>The identity under which the bot speaks when nobody has spoken to it.</summary>
    protected ClaimsIdentity CreateClaimsIdentity(string botAppId) => new(
    [
        new Claim(AuthenticationConstants.AudienceClaim, botAppId ?? string.Empty),
        new Claim(AuthenticationConstants.AppIdClaim, botAppId ?? string.Empty),
    ]);

    private static async Task<ResourceResponse> SendAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypesEx.Delay:
                await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
                return null;
            case ActivityTypesEx.InvokeResponse:
                turnContext.TurnState.Add(InvokeResponseKey, activity);
                return null;
            case ActivityTypes.Trace when activity.ChannelId != Channels.Emulator:
                return null;
            default:
                var conversations = Conversations(turnContext);
                return string.IsNullOrWhiteSpace(activity.ReplyToId)
                    ? await conversations.SendToConversationAsync(activity, cancellationToken).ConfigureAwait(false)
                    : await conversations.ReplyToActivityAsync(activity, cancellationToken).ConfigureAwait(false);
        }
    }

    private static IConversations Conversations(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>()?.Conversations
        ?? throw new InvalidOperationException("The turn has no connection to a channel: it was not started by this adapter.");

    private static void Furnish(
        TurnContext context, AuthenticateRequestResult caller, IConnectorClient connector, UserTokenClient signIn, BotCallbackHandler callback)
    {
        context.TurnState.Add<IIdentity>(BotIdentityKey, caller.ClaimsIdentity);
        context.TurnState.Add(connector);
        context.TurnState.Add(signIn);
        context.TurnState.Add(callback);
        context.TurnState.Add(caller.ConnectorFactory);
        context.TurnState.Set(OAuthScopeKey, caller.Audience);
    }

    private static InvokeResponse AnswerOf(TurnContext context)
    {
        if (context.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            return new InvokeResponse { Status = (int)HttpStatusCode.OK, Body = new ExpectedReplies(context.BufferedReplyActivities) };
        }

        if (context.Activity.Type != ActivityTypes.Invoke)
        {
            return null;
        }

        var answer = context.TurnState.Get<Activity>(InvokeResponseKey);
        return answer is null ? new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented } : (InvokeResponse)answer.Value;
    }
}
