using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Builder;

/// <summary>Writes down which of its methods were called, and otherwise behaves as the class it tests.</summary>
internal sealed class RecordingHandler : ActivityHandler
{
    public List<string> Calls { get; } = [];

    /// <summary>What pressing a card is answered with; null leaves it unhandled.</summary>
    public Func<AdaptiveCardInvokeValue, AdaptiveCardInvokeResponse>? OnPress { get; set; }

    public bool HandlesSignIn { get; set; }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        Note("message", () => base.OnMessageActivityAsync(turnContext, cancellationToken));

    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note("update", () => base.OnMessageUpdateActivityAsync(turnContext, cancellationToken));

    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        Note("delete", () => base.OnMessageDeleteActivityAsync(turnContext, cancellationToken));

    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"added {Ids(membersAdded)}", () => base.OnMembersAddedAsync(membersAdded, turnContext, cancellationToken));

    protected override Task OnMembersRemovedAsync(
        IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"removed {Ids(membersRemoved)}", () => base.OnMembersRemovedAsync(membersRemoved, turnContext, cancellationToken));

    protected override Task OnReactionsAddedAsync(
        IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Note("reactions added", () => base.OnReactionsAddedAsync(messageReactions, turnContext, cancellationToken));

    protected override Task OnReactionsRemovedAsync(
        IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Note("reactions removed", () => base.OnReactionsRemovedAsync(messageReactions, turnContext, cancellationToken));

    protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        Note("token", () => base.OnTokenResponseEventAsync(turnContext, cancellationToken));

    protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        Note("event", () => base.OnEventAsync(turnContext, cancellationToken));

    protected override Task OnEndOfConversationActivityAsync(
        ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) =>
        Note("end", () => base.OnEndOfConversationActivityAsync(turnContext, cancellationToken));

    protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
        Note("typing", () => base.OnTypingActivityAsync(turnContext, cancellationToken));

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note("installed", () => base.OnInstallationUpdateAddAsync(turnContext, cancellationToken));

    protected override Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note("uninstalled", () => base.OnInstallationUpdateRemoveAsync(turnContext, cancellationToken));

    protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) =>
        Note("command", () => base.OnCommandActivityAsync(turnContext, cancellationToken));

    protected override Task OnCommandResultActivityAsync(
        ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) =>
        Note("command result", () => base.OnCommandResultActivityAsync(turnContext, cancellationToken));

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Note("unrecognised", () => base.OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken));

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        Calls.Add("press");
        return OnPress == null
            ? base.OnAdaptiveCardInvokeAsync(turnContext, invokeValue, cancellationToken)
            : Task.FromResult(OnPress(invokeValue));
    }

    protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        Calls.Add("sign in");
        return HandlesSignIn ? Task.CompletedTask : base.OnSignInInvokeAsync(turnContext, cancellationToken);
    }

    private static string Ids(IEnumerable<ChannelAccount> members) => string.Join(",", members.Select(member => member.Id));

    private Task Note(string call, Func<Task> next)
    {
        Calls.Add(call);
        return next();
    }
}
