using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Schema;

public sealed class TeamsPayloadTests
{
    [Theory]
    [InlineData(TeamsPayloads.MessageWithFile)]
    [InlineData(TeamsPayloads.CardAction)]
    [InlineData(TeamsPayloads.TeamMemberAdded)]
    [InlineData(TeamsPayloads.Installed)]
    public void Everything_Teams_Sends_Survives_Being_Read_And_Written(string json) => RoundTrip.KeepsEverything<Activity>(json);

    [Fact]
    public void A_Message_Brings_Its_File()
    {
        var activity = RoundTrip.Read<Activity>(TeamsPayloads.MessageWithFile);

        var file = activity.Attachments.Single(a => a.ContentType == FileDownloadInfo.ContentType);
        var info = ((JObject)file.Content).ToObject<FileDownloadInfo>()!;

        Assert.Equal("post.png", file.Name);
        Assert.Equal("png", info.FileType);
        Assert.Equal("1150D938-8870-4044-9F2C-5BBDEBA70C9D", info.UniqueId);
        Assert.StartsWith("https://practice.sharepoint.com/_layouts/15/download.aspx", info.DownloadUrl, StringComparison.Ordinal);
        Assert.Equal("<p>here it is</p>", activity.Attachments[1].Content);
    }

    [Fact]
    public void A_Message_Says_When_Where_And_Who()
    {
        var activity = RoundTrip.Read<Activity>(TeamsPayloads.MessageWithFile);

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.Zero), activity.Timestamp);
        Assert.Equal("Europe/London", activity.LocalTimezone);
        Assert.Equal("11111111-2222-3333-4444-555555555555", activity.From.AadObjectId);
        Assert.Equal("personal", activity.Conversation.ConversationType);
        Assert.Null(activity.Conversation.IsGroup);
        Assert.Null(activity.HistoryDisclosed);
        Assert.Null(activity.Expiration);
    }

    [Fact]
    public void What_The_Type_Does_Not_Know_Is_In_Properties()
    {
        var activity = RoundTrip.Read<Activity>(TeamsPayloads.MessageWithFile);

        Assert.Equal(2, (int)activity.Properties["somethingNew"]!["deep"]![1]!);
        Assert.Equal("Windows", (string?)activity.Entities[0].Properties["platform"]);
    }

    [Fact]
    public void A_Press_On_A_Card_Names_Its_Verb_And_Data()
    {
        var activity = RoundTrip.Read<Activity>(TeamsPayloads.CardAction);
        var value = ((JObject)activity.Value).ToObject<AdaptiveCardInvokeValue>()!;

        Assert.Equal("Action.Execute", value.Action.Type);
        Assert.Equal("decide", value.Action.Id);
        Assert.Equal("decide", value.Action.Verb);
        Assert.Equal(3, (int)((JObject)value.Action.Data)["version"]!);
        Assert.Null(value.Authentication);
        Assert.Null(value.State);
    }

    [Fact]
    public void The_Answer_To_A_Press_Is_Written_As_Teams_Reads_It()
    {
        var answer = new AdaptiveCardInvokeResponse
        {
            StatusCode = 200,
            Type = "application/vnd.microsoft.card.adaptive",
            Value = new JObject { ["type"] = "AdaptiveCard" },
        };

        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""",
            RoundTrip.Write(answer).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public void A_New_Member_Comes_With_Their_Team()
    {
        var activity = RoundTrip.Read<Activity>(TeamsPayloads.TeamMemberAdded);
        var data = activity.GetChannelData<TeamsChannelData>();

        Assert.Equal("29:new", activity.AsConversationUpdateActivity().MembersAdded.Single().Id);
        Assert.True(activity.Conversation.IsGroup);
        Assert.Equal("teamMemberAdded", data.EventType);
        Assert.Equal("19:team@thread.tacv2", data.Team.Id);
        Assert.Equal("Practice", data.Team.Name);
        Assert.Equal("55555555-2222-3333-4444-555555555555", data.Team.AadGroupId);
        Assert.Equal("t", data.Tenant.Id);
        Assert.Null(data.Channel);
    }

    [Fact]
    public void An_Installation_Names_The_Channel_That_Was_Chosen()
    {
        var activity = RoundTrip.Read<Activity>(TeamsPayloads.Installed);

        Assert.Equal(InstallationUpdateActionTypes.Add, activity.AsInstallationUpdateActivity().Action);
        Assert.Equal("19:general@thread.tacv2", activity.GetChannelData<TeamsChannelData>().Settings.SelectedChannel.Id);
    }

    [Fact]
    public void A_Member_Of_The_Roster_Is_Read_From_What_The_Connector_Sends()
    {
        var account = JObject.FromObject(RoundTrip.Read<ChannelAccount>("""
            {
              "id": "29:member", "objectId": "o", "name": "Max Manager", "givenName": "Max",
              "surname": "Manager", "email": "max@practice.example", "userPrincipalName": "max@practice.example",
              "tenantId": "t", "userRole": "user"
            }
            """)).ToObject<TeamsChannelAccount>()!;

        Assert.Equal(("29:member", "Max Manager", "Max", "Manager"), (account.Id, account.Name, account.GivenName, account.Surname));
        Assert.Equal("max@practice.example", account.UserPrincipalName);
        Assert.Equal("max@practice.example", account.Email);
        Assert.Equal(("t", "user"), (account.TenantId, account.UserRole));
        Assert.Equal("o", account.AadObjectId);
    }

    [Fact]
    public void Asking_For_A_Notification_Is_Written_As_Teams_Reads_It()
    {
        var data = new TeamsChannelData { Notification = new NotificationInfo(true), Tenant = new TenantInfo("t") };

        Assert.Equal(
            """{"notification":{"alert":true},"tenant":{"id":"t"}}""",
            RoundTrip.Write(data).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public void A_Page_Of_The_Roster_Keeps_Its_Token_And_Members()
    {
        var page = RoundTrip.Read<TeamsPagedMembersResult>("""
            { "continuationToken": "next", "members": [ { "id": "29:a", "userRole": "guest" } ] }
            """);

        Assert.Equal("next", page.ContinuationToken);
        Assert.Equal("guest", page.Members.Single().UserRole);
    }
}
