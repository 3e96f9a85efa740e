using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>An <see cref="ActivityHandler"/> that knows what Teams means by its conversation updates, edits and invokes.</summary>
public partial class TeamsActivityHandler : ActivityHandler
{
    // Each has a handler of its own in the original, which does nothing unless overridden: never the handler of other events.
    private static readonly HashSet<string> OwnEvents =
    [
        "application/vnd.microsoft.readReceipt",
        "application/vnd.microsoft.meetingStart",
        "application/vnd.microsoft.meetingEnd",
        "application/vnd.microsoft.meetingParticipantJoin",
        "application/vnd.microsoft.meetingParticipantLeave",
    ];

    private static readonly HashSet<string> InvokesWithAnObject =
    [
        "fileConsent/invoke",
        "actionableMessage/executeAction",
        "composeExtension/queryLink",
        "composeExtension/anonymousQueryLink",
        "composeExtension/query",
        "composeExtension/submitAction",
        "composeExtension/fetchTask",
        "composeExtension/querySettingUrl",
        "task/fetch",
        "task/submit",
        "tab/fetch",
        "tab/submit",
    ];

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            if (turnContext.Activity.Name == null && IsTeams(turnContext))
            {
                return await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken);
            }

            RefuseMalformed(turnContext.Activity);
            return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    /// <summary>An invoke without a name: a card's button of type "invoke".</summary>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        OnTeamsSigninVerifyStateAsync(turnContext, cancellationToken);

    protected virtual Task OnTeamsSigninVerifyStateAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        IsTeams(turnContext) && turnContext.Activity.Name is { } name && OwnEvents.Contains(name)
            ? Task.CompletedTask
            : base.OnEventActivityAsync(turnContext, cancellationToken);

    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        TeamsEvent(turnContext) switch
        {
            "undeleteMessage" => OnTeamsMessageUndeleteAsync(turnContext, cancellationToken),
            "editMessage" => OnTeamsMessageEditAsync(turnContext, cancellationToken),
            _ => base.OnMessageUpdateActivityAsync(turnContext, cancellationToken),
        };

    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        TeamsEvent(turnContext) == "softDeleteMessage"
            ? OnTeamsMessageSoftDeleteAsync(turnContext, cancellationToken)
            : base.OnMessageDeleteActivityAsync(turnContext, cancellationToken);

    protected virtual Task OnTeamsMessageEditAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageUndeleteAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageSoftDeleteAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsTeams(ITurnContext turnContext) => turnContext.Activity.ChannelId == Channels.Msteams;

    private static string TeamsEvent(ITurnContext turnContext) =>
        IsTeams(turnContext) ? turnContext.Activity.GetChannelData<TeamsChannelData>()?.EventType : null;

    /// <summary>
    /// Teams has many invokes that this bot does not handle. They are answered with 501 like any other; what the
    /// original refuses before it even looks for a handler is refused here too, with 400.
    /// </summary>
    private static void RefuseMalformed(IInvokeActivity activity)
    {
        if (activity.Name == null || !InvokesWithAnObject.Contains(activity.Name))
        {
            return;
        }

        if (activity.Value is not JObject value)
        {
            throw new InvokeResponseException(HttpStatusCode.BadRequest, $"expected type '{activity.Value?.GetType().Name ?? "null"}'");
        }

        var action = (string)value["action"];
        if (activity.Name == "fileConsent/invoke" && action is not ("accept" or "decline"))
        {
            throw new InvokeResponseException(HttpStatusCode.BadRequest, $"{action} is not a supported Action.");
        }

        var preview = (string)value["botMessagePreviewAction"];
        if (activity.Name == "composeExtension/submitAction" && !string.IsNullOrEmpty(preview) && preview is not ("edit" or "send"))
        {
            throw new InvokeResponseException(HttpStatusCode.BadRequest, $"{preview} is not a supported BotMessagePreviewAction.");
        }
    }
}
