using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>People who do not belong to the practice, and places where the bot does not talk.</summary>
public sealed class StrangersTests(AttackedPractice attacked) : IClassFixture<AttackedPractice>
{
    private const string AnotherTenant = "7e4a0000-0000-4000-8000-000000000002";

    [Fact]
    public async Task Somebody_Not_On_The_Roster_Is_Turned_Away_And_Nothing_They_Wrote_Is_Kept()
    {
        var before = await KeptAsync();
        var stranger = attacked.Practice.Teams.As(Cast.Stranger);
        await stranger.SayAsync("report Mrs Jones", stranger.Paste(SamplePictures.Png()));
        Assert.Equal(Greetings.NotOneOfUs, Assert.Single(stranger.FromBot).Activity["text"]!.GetValue<string>());

        await attacked.Caller.PostAsync(attacked.Caller.Submission(Cast.Stranger, new JsonObject { ["verb"] = "report/send", ["draft"] = Guid.NewGuid() }));
        Assert.Equal(Greetings.NotOneOfUs, stranger.Reads());
        Assert.Equal(Greetings.NotOneOfUs, await PressAsync(attacked.Caller.Press(Cast.Stranger, "case/list", new JsonObject())));
        await AssertNothingKeptSinceAsync(before);
    }

    [Fact]
    public async Task Another_Tenant_Is_Turned_Away_Whatever_It_Sends()
    {
        await attacked.Practice.Nurse.SayAsync("help");
        var before = await KeptAsync();
        Assert.Equal((200, ""), await attacked.Caller.PostAsync(FromAnotherTenant(attacked.Caller.LastOf(Cast.Nurse))));
        Assert.Equal(Greetings.NotOneOfUs, attacked.Practice.Nurse.Reads());
        Assert.Equal(Greetings.NotOneOfUs, await PressAsync(FromAnotherTenant(attacked.Caller.Press(Cast.Nurse, "case/list", new JsonObject()))));

        var said = attacked.Practice.Nurse.FromBot.Count;
        var installed = FromAnotherTenant(attacked.Caller.LastOf(Cast.Nurse, "installationUpdate"));
        Assert.Equal((200, ""), await attacked.Caller.PostAsync(installed));
        Assert.Equal(said, attacked.Practice.Nurse.FromBot.Count);
        await AssertNothingKeptSinceAsync(before);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("remove")]
    public async Task Another_Tenants_Team_Does_Not_Become_The_Practice_Nor_Takes_It_Away(string action)
    {
        await attacked.Practice.Nurse.SayAsync("help");
        var team = await TeamAsync();
        var installed = FromAnotherTenant(attacked.Caller.LastOf(Cast.Manager, "installationUpdate"));
        installed["action"] = action;
        installed["serviceUrl"] = "https://evil.example/";
        Assert.Equal((200, ""), await attacked.Caller.PostAsync(installed));
        var updated = FromAnotherTenant(attacked.Caller.LastOf(Cast.Manager, "conversationUpdate"));
        updated["serviceUrl"] = "https://evil.example/";
        Assert.Equal((200, ""), await attacked.Caller.PostAsync(updated));
        Assert.Equal((team!.TeamId, team.ServiceUrl, team.Id), ((await TeamAsync())!.TeamId, (await TeamAsync())!.ServiceUrl, (await TeamAsync())!.Id));

        await attacked.Practice.Nurse.SayAsync("help");
        Assert.NotEqual(Greetings.NotSetUp, attacked.Practice.Nurse.Reads());
    }

    [Fact]
    public async Task In_The_Channel_The_Bot_Only_Asks_For_A_Private_Chat()
    {
        var before = await KeptAsync();
        await attacked.Practice.Receptionist.SayInChannelAsync(Practice.General, "report Mrs Jones", mentionsBot: true);
        var answer = Assert.Single(attacked.Practice.Channel, post => post.IsFromBot && post.Activity["text"] is not null); // beside the set-up card
        Assert.Equal(Greetings.PrivateChatOnly, (string?)answer.Activity["text"]);
        Assert.DoesNotContain("Jones", (string?)answer.Activity["summary"], StringComparison.Ordinal);
        await AssertNothingKeptSinceAsync(before);
    }

    private static JsonObject FromAnotherTenant(JsonObject activity)
    {
        activity["conversation"]!["tenantId"] = AnotherTenant;
        activity["channelData"]!["tenant"]!["id"] = AnotherTenant;
        return activity;
    }

    private async Task<string?> PressAsync(JsonObject press)
    {
        var (status, body) = await attacked.Caller.PostAsync(press);
        Assert.Equal(200, status);
        return (string?)JsonNode.Parse(body)!["value"];
    }

    private Task<InstallationRow?> TeamAsync() => attacked.Practice.Get<Installations>().GetAsync(CaseBuilder.Practice, default);

    private async Task<(int Contacts, int Evidence, int Cases, int States)> KeptAsync()
    {
        await using var db = await attacked.Practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return (await db.Contacts.CountAsync(), await db.Evidence.CountAsync(), await db.Cases.CountAsync(), await db.BotStates.CountAsync());
    }

    private async Task AssertNothingKeptSinceAsync((int, int, int, int) before)
    {
        Assert.Equal(before, await KeptAsync());
        await using var db = await attacked.Practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        Assert.False(await db.BotStates.AnyAsync(row => row.Json.Contains("Jones")));
        Assert.DoesNotContain(attacked.Logs.Lines, line => line.Contains("Jones", StringComparison.Ordinal));
    }
}
