using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

public sealed class InstallationsTests
{
    [SkippableTheory, BothDatabases]
    public async Task The_First_Team_Is_The_Practice_Until_The_Bot_Is_Taken_Out_Of_It(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var installations = driver.Get<Installations>();
        Assert.False(await installations.RecordAsync(CaseBuilder.Practice, DeliveryDriver.Installed("another-team"), default));
        Assert.True(await installations.RecordAsync(CaseBuilder.Practice, DeliveryDriver.Installed(), default));

        await installations.RemoveAsync(CaseBuilder.Practice, DeliveryDriver.Channel, default);
        Assert.Null(await installations.GetAsync(CaseBuilder.Practice, default));
        Assert.True(await installations.RecordAsync(CaseBuilder.Practice, DeliveryDriver.Installed("another-team"), default));

        var team = (await installations.GetAsync(CaseBuilder.Practice, default))!;
        Assert.Equal(
            ("another-team", "another-team", "Rowcroft", "28:bot", "tenant-1"),
            (team.TeamId, team.ChannelId, team.TeamName, team.BotId, team.TenantId));
    }

    [SkippableTheory, BothDatabases]
    public async Task The_Channel_Chosen_At_Installation_Gets_The_Practices_Messages(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var activity = DeliveryDriver.Installed();
        ((TeamsChannelData)activity.ChannelData).Settings =
            new TeamsChannelDataSettings { SelectedChannel = new ChannelInfo("channel-managers") };
        Assert.True(await driver.Get<Installations>().RecordAsync(CaseBuilder.Practice, activity, default));
        Assert.Equal("channel-managers", (await driver.Get<Installations>().GetAsync(CaseBuilder.Practice, default))!.ChannelId);
    }

    [Fact]
    public async Task A_Private_Chat_Is_Not_A_Team()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        var activity = DeliveryDriver.Installed();
        activity.ChannelData = new TeamsChannelData { Tenant = new TenantInfo("tenant-1") };
        Assert.False(await driver.Get<Installations>().RecordAsync(CaseBuilder.Practice, activity, default));
    }

    [Fact]
    public async Task What_Is_Said_In_A_Channel_Does_Not_Tell_Where_Somebodys_Private_Chat_Is()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        var activity = DeliveryDriver.Writes(CaseBuilder.Ann);
        activity.Conversation = new ConversationAccount(isGroup: true, conversationType: "channel", id: "channel");
        var ann = driver.Roster.Find(CaseBuilder.Ann);
        await driver.Get<Contacts>().SeenAsync(CaseBuilder.Practice, ann, activity, default);
        Assert.Null(await driver.Get<Contacts>().FindAsync(CaseBuilder.Practice, ann.Id, default));
    }
}
