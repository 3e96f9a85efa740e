using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Schema;

public sealed class ActivityContentTests
{
    [Fact]
    public void Text_Summary_Attachments_And_Channel_Data_Are_Content()
    {
        Assert.True(new Activity { Text = "hello" }.HasContent());
        Assert.True(new Activity { Summary = "hello" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { ChannelData = new object() }.HasContent());
    }

    [Fact]
    public void Blanks_And_Empty_Lists_Are_Not_Content() =>
        Assert.False(new Activity { Text = " ", Summary = "", Attachments = [] }.HasContent());

    [Fact]
    public void Channel_Data_Is_Read_From_Json()
    {
        var activity = new Activity { ChannelData = JObject.Parse("""{ "team": { "id": "19:team" } }""") };

        Assert.Equal("19:team", activity.GetChannelData<TeamsChannelData>().Team.Id);
        Assert.True(activity.TryGetChannelData<TeamsChannelData>(out var data));
        Assert.Equal("19:team", data.Team.Id);
    }

    [Fact]
    public void Channel_Data_That_Is_Typed_Already_Is_Handed_Back()
    {
        var data = new TeamsChannelData();

        Assert.Same(data, new Activity { ChannelData = data }.GetChannelData<TeamsChannelData>());
    }

    [Fact]
    public void No_Channel_Data_Is_Null_And_Not_An_Error()
    {
        Assert.Null(new Activity().GetChannelData<TeamsChannelData>());
        Assert.False(new Activity().TryGetChannelData<TeamsChannelData>(out var data));
        Assert.Null(data);
    }

    [Fact]
    public void Channel_Data_Of_Another_Shape_Is_Refused()
    {
        var activity = new Activity { ChannelData = "a string" };

        Assert.Throws<InvalidCastException>(() => activity.GetChannelData<TeamsChannelData>());
        Assert.False(activity.TryGetChannelData<TeamsChannelData>(out _));
    }

    [Fact]
    public void Mentions_Are_Found_Among_The_Entities()
    {
        var activity = Samples.Message();
        activity.Entities = [new Entity("clientInfo"), Samples.Mention("28:bot", "Bot", "<at>Bot</at>")];

        var mention = Assert.Single(activity.GetMentions());

        Assert.Equal("28:bot", mention.Mentioned.Id);
        Assert.Equal("<at>Bot</at>", mention.Text);
        Assert.Equal("mention", mention.Type);
        Assert.Empty(new Activity().GetMentions());
    }

    [Fact]
    public void It_Is_Known_Who_Is_Mentioned()
    {
        var activity = Samples.Message();
        activity.Entities = [Samples.Mention("28:bot", "Bot", "<at>Bot</at>")];

        Assert.True(activity.MentionsRecipient());
        Assert.True(activity.MentionsId("28:bot"));
        Assert.False(activity.MentionsId("29:sam"));
    }

    [Theory]
    [InlineData("<at>Incident bot</at> report", "<at>Incident bot</at>", "report")]
    [InlineData("<AT>incident BOT</AT> report\n", "<at>Incident bot</at>", "report")]
    [InlineData("<at>Incident bot</at> report", null, "report")]
    [InlineData("please <at>Incident bot</at>", "<at>Incident bot</at>", "please")]
    public void The_Words_That_Address_The_Bot_Are_Taken_Out(string text, string? mentionText, string expected)
    {
        var activity = Samples.Message();
        activity.Text = text;
        activity.Entities = [Samples.Mention("28:bot", "Incident bot", mentionText)];

        Assert.Equal(expected, activity.RemoveRecipientMention());
        Assert.Equal(expected, activity.Text);
    }

    [Fact]
    public void Words_That_Address_Somebody_Else_Stay()
    {
        var activity = Samples.Message();
        activity.Text = "<at>Max</at> report";
        activity.Entities = [Samples.Mention("29:max", "Max", "<at>Max</at>")];

        Assert.Equal("<at>Max</at> report", activity.RemoveRecipientMention());
        Assert.Equal("report", activity.RemoveMentionText("29:max"));
    }

    [Fact]
    public void Every_Activity_May_Name_A_Language()
    {
        IActivity activity = Activity.CreateConversationUpdateActivity();

        activity.SetLocale("en-GB");

        Assert.Equal("en-GB", activity.GetLocale());
    }
}
