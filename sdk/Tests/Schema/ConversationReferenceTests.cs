using System.Globalization;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Schema;

public sealed class ConversationReferenceTests
{
    [Fact]
    public void A_Reference_Remembers_Where_The_Message_Was()
    {
        var message = Samples.Message();

        var reference = message.GetConversationReference();

        Assert.Equal(message.Id, reference.ActivityId);
        Assert.Same(message.From, reference.User);
        Assert.Same(message.Recipient, reference.Bot);
        Assert.Same(message.Conversation, reference.Conversation);
        Assert.Equal(message.ChannelId, reference.ChannelId);
        Assert.Equal(message.Locale, reference.Locale);
        Assert.Equal(message.ServiceUrl, reference.ServiceUrl);
    }

    [Fact]
    public void A_Reference_To_A_Reply_Points_To_The_Reply() =>
        Assert.Equal("sent-1", Samples.Message().GetReplyConversationReference(new ResourceResponse("sent-1")).ActivityId);

    [Fact]
    public void An_Outgoing_Activity_Comes_From_The_Bot()
    {
        var reference = Samples.Message().GetConversationReference();

        var activity = new Activity { Id = "own", Type = ActivityTypes.Message }.ApplyConversationReference(reference);

        Assert.Same(reference.Bot, activity.From);
        Assert.Same(reference.User, activity.Recipient);
        Assert.Same(reference.Conversation, activity.Conversation);
        Assert.Equal("message-1", activity.ReplyToId);
        Assert.Equal("own", activity.Id);
        Assert.Equal(reference.ServiceUrl, activity.ServiceUrl);
        Assert.Equal(reference.ChannelId, activity.ChannelId);
    }

    [Fact]
    public void An_Incoming_Activity_Goes_To_The_Bot()
    {
        var reference = Samples.Message().GetConversationReference();

        var activity = new Activity().ApplyConversationReference(reference, isIncoming: true);

        Assert.Same(reference.User, activity.From);
        Assert.Same(reference.Bot, activity.Recipient);
        Assert.Equal("message-1", activity.Id);
        Assert.Null(activity.ReplyToId);
    }

    [Fact]
    public void A_Reference_Without_An_Activity_Leaves_The_Ids_Alone()
    {
        var reference = new ConversationReference(channelId: "msteams");

        Assert.Equal("own", new Activity { Id = "own" }.ApplyConversationReference(reference, isIncoming: true).Id);
        Assert.Equal("other", new Activity { ReplyToId = "other" }.ApplyConversationReference(reference).ReplyToId);
    }

    [Theory]
    [InlineData("cy-GB", "cy-GB")]
    [InlineData(null, "en-GB")]
    public void The_Language_Of_The_Reference_Wins_If_It_Has_One(string? ofReference, string expected)
    {
        var reference = new ConversationReference { Locale = ofReference };

        Assert.Equal(expected, new Activity { Locale = "en-GB" }.ApplyConversationReference(reference).Locale);
    }

    [Fact]
    public void Going_On_With_A_Conversation_Is_An_Event_For_The_Bot()
    {
        var reference = Samples.Message().GetConversationReference();

        var activity = reference.GetContinuationActivity();

        Assert.Equal(ActivityTypes.Event, activity.Type);
        Assert.Equal(ActivityEventNames.ContinueConversation, activity.Name);
        Assert.True(Guid.TryParse(activity.Id, out _));
        Assert.Same(reference.User, activity.From);
        Assert.Same(reference.Bot, activity.Recipient);
        Assert.Same(reference.Conversation, activity.Conversation);
        Assert.Same(reference, activity.RelatesTo);
        Assert.Equal("en-GB", activity.Locale);
    }

    [Fact]
    public void A_Reference_Survives_Being_Stored()
    {
        var json = RoundTrip.Write(Samples.Message().GetConversationReference()).ToString();

        RoundTrip.KeepsEverything<ConversationReference>(json);
        Assert.Equal("aad-sam", RoundTrip.Read<ConversationReference>(json).User.AadObjectId);
    }

    [Fact]
    public void A_Culture_Becomes_The_Name_Of_A_Language() =>
        Assert.Equal("en-GB", new ConversationReference(CultureInfo.GetCultureInfo("en-GB")).Locale);
}
