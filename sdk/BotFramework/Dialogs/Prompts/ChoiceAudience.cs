namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>For whom a list of choices is laid out.</summary>
internal sealed record ChoiceAudience(string ChannelId, string ConversationType, IList<string> Recipients)
{
    public static ChoiceAudience Of(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        List<string> recipients = activity.From?.Id is { } user ? [user] : null;
        return new ChoiceAudience(activity.ChannelId, activity.Conversation?.ConversationType, recipients);
    }
}
