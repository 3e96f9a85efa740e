using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

public sealed class InstallationsTests
{
    [SkippableTheory, BothDatabases]
    public async Task The_First_Team_Is_The_Configured_Practice_For_Good_And_Every_Other_One_Of_Its_Own(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var installations = driver.Get<Installations>();
        var other = (await installations.RecordAsync(DeliveryDriver.Installed("another-team"), default))!;
        Assert.Equal((Practices.OwnIdOf("another-team"), true), (other.Practice, other.IsNew));
        Assert.False((await installations.RecordAsync(DeliveryDriver.Installed(), default))!.IsNew);

        await installations.RemoveAsync(CaseBuilder.Practice, DeliveryDriver.Channel, default);
        Assert.Null(await installations.GetAsync(CaseBuilder.Practice, default));
        Assert.Equal(Practices.OwnIdOf("a-third"), (await installations.RecordAsync(DeliveryDriver.Installed("a-third"), default))!.Practice);

        var again = (await installations.RecordAsync(DeliveryDriver.Installed(), default))!;
        Assert.Equal((CaseBuilder.Practice, true), (again.Practice, again.IsNew));
        var team = (await installations.GetAsync(other.Practice, default))!;
        Assert.Equal(
            ("another-team", "another-team", "Rowcroft", "28:bot", "tenant-1"),
            (team.TeamId, team.ChannelId, team.TeamName, team.BotId, team.TenantId));
    }

    [SkippableTheory, BothDatabases]
    public async Task Of_Teams_That_Come_At_The_Same_Moment_One_Is_The_Configured_Practice(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        string[] teams = ["team-a", "team-b", "team-c"];

        // Each in a process of its own, told twice.
        var installed = await Task.WhenAll(teams.SelectMany(team => Enumerable.Repeat(team, 2)).Select(team => Task.Run(() =>
            InstallationsOf(database, new PracticeOptions()).RecordAsync(DeliveryDriver.Installed(team), default))));

        Assert.Equal(3, installed.Select(one => one!.Practice).Distinct().Count());
        Assert.Contains(installed, one => one!.Practice == CaseBuilder.Practice);
        Assert.Equal(3, installed.Count(one => one!.IsNew));
    }

    [SkippableTheory, BothDatabases]
    public async Task The_Configuration_Can_Name_Another_Team_And_The_Old_One_Is_The_Practice_No_More(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var installations = InstallationsOf(driver, new PracticeOptions { TeamId = "new-team" });

        Assert.Equal(CaseBuilder.Practice, (await installations.RecordAsync(DeliveryDriver.Installed("new-team"), default))!.Practice);
        Assert.Equal("new-team", (await installations.GetAsync(CaseBuilder.Practice, default))!.TeamId);
        Assert.Equal(
            Practices.OwnIdOf(DeliveryDriver.Channel),
            (await installations.RecordAsync(DeliveryDriver.Installed(), default))!.Practice);
    }

    [Fact]
    public async Task Whoever_Adds_It_First_Is_Remembered_And_Whoever_Adds_It_Again_Is_Not()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        foreach (var person in (NamedPerson[])[CaseBuilder.Mona, CaseBuilder.Ann])
        {
            var activity = DeliveryDriver.Installed();
            activity.From = new ChannelAccount("29:x", aadObjectId: person.Id.Value);
            await driver.Get<Installations>().RecordAsync(activity, default);
        }

        Assert.Equal(CaseBuilder.Mona.Id, (await driver.Get<Practices>().GetAsync(CaseBuilder.Practice, default)).InstalledBy);
    }

    [SkippableTheory, BothDatabases]
    public async Task The_Channel_Chosen_At_Installation_Gets_The_Practices_Messages(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var activity = DeliveryDriver.Installed();
        ((TeamsChannelData)activity.ChannelData).Settings =
            new TeamsChannelDataSettings { SelectedChannel = new ChannelInfo("channel-managers") };
        Assert.NotNull(await driver.Get<Installations>().RecordAsync(activity, default));
        Assert.Equal("channel-managers", (await driver.Get<Installations>().GetAsync(CaseBuilder.Practice, default))!.ChannelId);
    }

    [Fact]
    public async Task A_Private_Chat_Is_Not_A_Team()
    {
        await using var driver = await DeliveryDriver.CreateAsync("Sqlite");
        var activity = DeliveryDriver.Installed();
        activity.ChannelData = new TeamsChannelData { Tenant = new TenantInfo("tenant-1") };
        Assert.Null(await driver.Get<Installations>().RecordAsync(activity, default));
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

    [SkippableTheory, BothDatabases]
    public async Task What_Waits_Since_Another_Instance_Noted_That_Somebody_Is_Gone_Goes_When_They_Write_A_Moment_Later(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        await driver.SeenAsync(CaseBuilder.Mona);
        await ActivatorUtilities.CreateInstance<Contacts>(driver.Get<IServiceProvider>()).UninstalledAsync(CaseBuilder.Mona.Id, default);
        await driver.OweAsync(CaseBuilder.Mona, "waits");
        await driver.DeliverAsync();
        Assert.Equal(OutboxState.Waiting, Assert.Single(await driver.RowsAsync()).State);

        driver.Time.Advance(TimeSpan.FromSeconds(5));
        await driver.SeenAsync(CaseBuilder.Mona);
        await driver.DeliverAsync();
        Assert.Equal(OutboxState.Sent, Assert.Single(await driver.RowsAsync()).State);
    }

    private static Installations InstallationsOf(DeliveryDriver driver, PracticeOptions options) =>
        InstallationsOf(driver.Get<IDbContextFactory<BotDbContext>>(), options);

    private static Installations InstallationsOf(TestDatabase database, PracticeOptions options) => InstallationsOf(database.Contexts, options);

    private static Installations InstallationsOf(IDbContextFactory<BotDbContext> contexts, PracticeOptions options) => new(
        contexts, KnownPractices.In(contexts, options), Options.Create(options), new FakeTimeProvider(CaseBuilder.Wednesday));
}
