using Microsoft.Bot.Schema;

namespace Sdk.Tests.Schema;

public sealed class ActivityFactoryTests
{
    [Fact]
    public void A_New_Message_Has_Lists_To_Add_To()
    {
        var message = Activity.CreateMessageActivity();

        Assert.Equal(ActivityTypes.Message, message.Type);
        Assert.Empty(message.Attachments);
        Assert.Empty(message.Entities);
    }

    [Fact]
    public void A_New_ConversationUpdate_Has_Lists_To_Add_To()
    {
        var update = Activity.CreateConversationUpdateActivity();

        Assert.Equal(ActivityTypes.ConversationUpdate, update.Type);
        Assert.Empty(update.MembersAdded);
        Assert.Empty(update.MembersRemoved);
    }

    [Fact]
    public void Every_Factory_Makes_Its_Type()
    {
        Assert.Equal("contactRelationUpdate", Activity.CreateContactRelationUpdateActivity().Type);
        Assert.Equal("typing", Activity.CreateTypingActivity().Type);
        Assert.Equal("handoff", Activity.CreateHandoffActivity().Type);
        Assert.Equal("endOfConversation", Activity.CreateEndOfConversationActivity().Type);
        Assert.Equal("event", Activity.CreateEventActivity().Type);
        Assert.Equal("invoke", Activity.CreateInvokeActivity().Type);
        Assert.Equal("trace", Activity.CreateTraceActivity("name").Type);
    }

    [Fact]
    public void A_Trace_Names_Its_Value_And_Its_Caller()
    {
        var trace = Activity.CreateTraceActivity("step", value: new Uri("https://practice.example"));

        Assert.Equal("step", trace.Name);
        Assert.Equal("Uri", trace.ValueType);
        Assert.Equal(nameof(A_Trace_Names_Its_Value_And_Its_Caller), trace.Label);
    }

    [Fact]
    public void A_Trace_Keeps_The_Names_It_Is_Given()
    {
        var trace = Activity.CreateTraceActivity("step", "https://types.example/step", 5, "here");

        Assert.Equal("https://types.example/step", trace.ValueType);
        Assert.Equal(5, trace.Value);
        Assert.Equal("here", trace.Label);
        Assert.Null(Activity.CreateTraceActivity("step").ValueType);
    }

    [Fact]
    public void A_Reply_Goes_Back_Where_The_Message_Came_From()
    {
        var message = Samples.Message();

        var reply = message.CreateReply("hello");

        Assert.Equal(ActivityTypes.Message, reply.Type);
        Assert.Equal("hello", reply.Text);
        Assert.Equal((message.Recipient.Id, message.Recipient.Name), (reply.From.Id, reply.From.Name));
        Assert.Equal((message.From.Id, message.From.Name), (reply.Recipient.Id, reply.Recipient.Name));
        Assert.Equal(message.Id, reply.ReplyToId);
        Assert.Equal(message.ServiceUrl, reply.ServiceUrl);
        Assert.Equal(message.ChannelId, reply.ChannelId);
        Assert.Equal(message.Conversation.Id, reply.Conversation.Id);
        Assert.NotSame(message.Conversation, reply.Conversation);
        Assert.Equal(message.Locale, reply.Locale);
        Assert.NotNull(reply.Timestamp);
        Assert.Empty(reply.Attachments);
        Assert.Empty(reply.Entities);
    }

    [Fact]
    public void A_Reply_May_Be_Empty_And_In_Another_Language()
    {
        var reply = Samples.Message().CreateReply(locale: "cy-GB");

        Assert.Equal(string.Empty, reply.Text);
        Assert.Equal("cy-GB", reply.Locale);
    }

    [Fact]
    public void A_Reply_To_Nobody_Has_No_Names()
    {
        var message = Samples.Message();
        message.From = null;
        message.Recipient = null;

        var reply = message.CreateReply();

        Assert.Null(reply.From.Id);
        Assert.Null(reply.Recipient.Id);
    }

    [Fact]
    public void A_Trace_Of_An_Activity_Goes_To_The_Same_Conversation()
    {
        var message = Samples.Message();

        var trace = message.CreateTrace("step", 5, label: "here");

        Assert.Equal(ActivityTypes.Trace, trace.Type);
        Assert.Equal(message.Recipient.Id, trace.From.Id);
        Assert.Equal(message.From.Id, trace.Recipient.Id);
        Assert.Equal(message.Conversation.Id, trace.Conversation.Id);
        Assert.Equal(message.Id, trace.ReplyToId);
        Assert.Equal(("step", "here", "Int32"), (trace.Name, trace.Label, trace.ValueType));
    }

    [Theory]
    [InlineData("directline", true)]
    [InlineData("WebChat", true)]
    [InlineData("msteams", false)]
    public void Nothing_Replies_To_An_Id_That_The_Channel_Forgets(string channel, bool forgets)
    {
        var update = Samples.Message();
        update.Type = ActivityTypes.ConversationUpdate;
        update.ChannelId = channel;
        var expected = forgets ? null : update.Id;

        Assert.Equal(expected, update.CreateReply().ReplyToId);
        Assert.Equal(expected, update.CreateTrace("step").ReplyToId);
        Assert.Equal(expected, update.GetConversationReference().ActivityId);
    }
}
