using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>Teams as one person sees it: what the bot said, in order, and what it replaced later.</summary>
internal sealed class PrivateChat(ConversationReference conversation) : TestAdapter(conversation)
{
    public List<Activity> Said { get; } = [];

    public List<Activity> Replaced { get; } = [];

    /// <summary>When set, cards cannot be replaced.</summary>
    public Exception? CannotReplace { get; set; }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Said.AddRange(activities.Where(activity => activity.Type == ActivityTypes.Message));
        return await base.SendActivitiesAsync(turnContext, activities, cancellationToken);
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        if (CannotReplace is { } exception)
        {
            throw exception;
        }

        Replaced.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }
}
