using Microsoft.Bot.Schema;

namespace Sdk.Tests.Builder;

/// <summary>Activities as a channel sends them.</summary>
internal static class Incoming
{
    public static Activity Activity(string type, string channel = "msteams") => new()
    {
        Type = type,
        Id = "incoming",
        ChannelId = channel,
        ServiceUrl = "https://channel.example/",
        From = new ChannelAccount { Id = "user" },
        Recipient = new ChannelAccount { Id = "bot" },
        Conversation = new ConversationAccount { Id = "chat" },
    };

    public static Activity Message(string text = "hello")
    {
        var activity = Activity(ActivityTypes.Message);
        activity.Text = text;
        return activity;
    }

    public static Activity Invoke(string? name, object? value = null, string channel = "msteams")
    {
        var activity = Activity(ActivityTypes.Invoke, channel);
        activity.Name = name;
        activity.Value = value;
        return activity;
    }
}
