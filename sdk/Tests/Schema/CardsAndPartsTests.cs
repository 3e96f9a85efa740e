using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Schema;

public sealed class CardsAndPartsTests
{
    [Fact]
    public void A_Hero_Card_Becomes_An_Attachment()
    {
        var card = new HeroCard("Title", "Subtitle", "Text", buttons: ["Yes"]);

        var attachment = card.ToAttachment();

        Assert.Equal("application/vnd.microsoft.card.hero", attachment.ContentType);
        Assert.Same(card, attachment.Content);
    }

    [Fact]
    public void A_Hero_Card_Is_Written_As_Channels_Read_It()
    {
        var card = new HeroCard("Title", images: [new CardImage("https://i.example/1.png", "alt")], buttons: [new CardAction(ActionTypes.ImBack, "Yes", value: "yes")]);

        Assert.Equal(
            """{"title":"Title","images":[{"url":"https://i.example/1.png","alt":"alt"}],"buttons":[{"type":"imBack","title":"Yes","value":"yes"}]}""",
            RoundTrip.Write(card).ToString(Formatting.None));
    }

    [Fact]
    public void A_String_Is_A_Button_That_Says_And_Means_It()
    {
        CardAction action = "Yes";

        Assert.Equal("Yes", action.Title);
        Assert.Equal("Yes", action.Value);
        Assert.Null(action.Type);
    }

    [Fact]
    public void Suggested_Actions_Take_Any_Sequence()
    {
        IEnumerable<string> to = new[] { "29:sam" }.Where(_ => true);
        IEnumerable<CardAction> actions = new[] { new CardAction(ActionTypes.ImBack, "Yes") }.Where(_ => true);

        var suggested = new SuggestedActions(to, actions);

        Assert.Equal(["29:sam"], suggested.To);
        Assert.Equal("Yes", suggested.Actions.Single().Title);
    }

    [Fact]
    public void Full_Constructors_Put_Everything_In_Its_Place()
    {
        var account = new ChannelAccount("id", "name", "role", "aad");
        var conversation = new ConversationAccount(true, "channel", "id", "name", "aad", "role", "tenant");
        var attachment = new Attachment("type", "url", "content", "name", "thumb");

        Assert.Equal(("id", "name", "role", "aad"), (account.Id, account.Name, account.Role, account.AadObjectId));
        Assert.Equal((true, "channel", "id"), (conversation.IsGroup, conversation.ConversationType, conversation.Id));
        Assert.Equal(("name", "aad", "role", "tenant"), (conversation.Name, conversation.AadObjectId, conversation.Role, conversation.TenantId));
        Assert.Equal(("type", "url", "name", "thumb"), (attachment.ContentType, attachment.ContentUrl, attachment.Name, attachment.ThumbnailUrl));
        Assert.Equal("content", attachment.Content);
    }

    [Theory]
    [InlineData(typeof(Activity))]
    [InlineData(typeof(Attachment))]
    [InlineData(typeof(ChannelAccount))]
    [InlineData(typeof(ConversationAccount))]
    [InlineData(typeof(Entity))]
    public void What_A_Part_Does_Not_Know_Survives(Type type)
    {
        var part = JsonConvert.DeserializeObject("""{ "unheardOf": { "a": [1] } }""", type);

        Assert.Equal("""{"a":[1]}""", RoundTrip.Write(part!)["unheardOf"]!.ToString(Formatting.None));
    }

    [Fact]
    public void An_Entity_Is_Read_And_Written_As_Another_Type()
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount("29:sam", "Sam"), "<at>Sam</at>"));

        Assert.Equal("mention", entity.Type);
        Assert.Equal("<at>Sam</at>", (string?)entity.Properties["text"]);
        Assert.Equal("29:sam", entity.GetAs<Mention>().Mentioned.Id);
    }

    [Fact]
    public void Entities_Are_Equal_If_They_Say_The_Same()
    {
        var one = new Entity("place") { Properties = JObject.Parse("""{ "name": "Torquay" }""") };
        var same = new Entity("place") { Properties = JObject.Parse("""{ "name": "Torquay" }""") };

        Assert.True(one.Equals(same));
        Assert.True(one.Equals((object)same));
        Assert.False(one.Equals(new Entity("place")));
        Assert.False(one.Equals((object)new Mention()));
        Assert.False(one.Equals((Entity?)null));
    }

    [Fact]
    public void An_Error_Of_The_Connector_Is_Read()
    {
        var response = RoundTrip.Read<ErrorResponse>(
            """{ "error": { "code": "BotNotInConversationRoster", "message": "gone", "innerHttpError": { "statusCode": 403, "body": { "x": 1 } } } }""");

        Assert.Equal("BotNotInConversationRoster", response.Error.Code);
        Assert.Equal("gone", response.Error.Message);
        Assert.Equal(403, response.Error.InnerHttpError.StatusCode);
        Assert.Equal(1, (int)((JObject)response.Error.InnerHttpError.Body)["x"]!);
    }

    [Fact]
    public void Creating_A_Conversation_Is_Written_As_The_Connector_Reads_It()
    {
        var parameters = new ConversationParameters(
            isGroup: false,
            bot: new ChannelAccount("28:bot"),
            members: [new ChannelAccount("29:sam")],
            channelData: new { tenant = new { id = "t" } },
            tenantId: "t");

        Assert.Equal(
            """{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:sam"}],"channelData":{"tenant":{"id":"t"}},"tenantId":"t"}""",
            RoundTrip.Write(parameters).ToString(Formatting.None));
    }
}
