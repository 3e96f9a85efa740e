using Microsoft.Bot.Schema;

namespace Sdk.Tests.Schema;

internal static class Samples
{
    public static Activity Message() => new()
    {
        Type = ActivityTypes.Message,
        Id = "message-1",
        Text = "report",
        ChannelId = "msteams",
        ServiceUrl = "https://smba.trafficmanager.net/uk/",
        Locale = "en-GB",
        From = new ChannelAccount("29:sam", "Sam", RoleTypes.User, "aad-sam"),
        Recipient = new ChannelAccount("28:bot", "Incident bot", RoleTypes.Bot),
        Conversation = new ConversationAccount(false, "personal", "a:chat", "chat", tenantId: "t"),
    };

    public static Entity Mention(string id, string? name, string? text)
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount(id, name), text));
        return entity;
    }
}
