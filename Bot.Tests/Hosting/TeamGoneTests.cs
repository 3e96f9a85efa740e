using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using Tenant = Rowcroft.LocalTeams.People.Practice;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>The practice's team is deleted, or the bot is taken out of it while something else goes wrong.</summary>
public sealed class TeamGoneTests : IAsyncLifetime
{
    private PracticeInTeams _practice = null!;
    private RawCaller _caller = null!;
    private string _team = "";

    public async Task InitializeAsync()
    {
        _practice = await PracticeInTeams.StartAsync();
        _caller = new RawCaller(_practice);
        await _practice.Deputy.SayAsync("help");
        _team = (await _practice.Get<Installations>().GetAsync(CaseBuilder.Practice, default))!.TeamId;
        await _practice.QuietAsync();
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _practice.DisposeAsync();
    }

    [Theory]
    [InlineData("teamDeleted")]
    [InlineData("teamHardDeleted")]
    public async Task Out_Of_A_Team_That_Is_Deleted_The_Bot_Was_Taken(string happened)
    {
        Assert.Equal(200, await TellAsync("conversationUpdate", happened));
        await AssertGoneAsync();
    }

    [Fact]
    public async Task What_Cannot_Be_Written_Down_Is_Asked_For_Again()
    {
        await ChangeAsync("""ALTER TABLE "Installations" RENAME TO "Elsewhere" """);
        Assert.Equal(503, await TellAsync("installationUpdate", "teamRemoved"));
        Assert.Equal(503, await TellAsync("conversationUpdate", "teamDeleted"));
        await ChangeAsync("""ALTER TABLE "Elsewhere" RENAME TO "Installations" """);

        Assert.Equal(200, await TellAsync("installationUpdate", "teamRemoved"));
        await AssertGoneAsync();
    }

    /// <summary>The first time, the process ended between the two.</summary>
    [Fact]
    public async Task Told_Again_The_Last_Words_Are_Still_Owed_But_Once()
    {
        Assert.NotNull(await _practice.Get<Installations>().RemoveAsync(CaseBuilder.Practice, _team, default));
        Assert.Equal(0, await LastWordsAsync());

        Assert.Equal(200, await TellAsync("installationUpdate", "teamRemoved"));
        await AssertGoneAsync();
        var owed = await LastWordsAsync();
        Assert.Equal(200, await TellAsync("installationUpdate", "teamRemoved"));
        Assert.Equal(200, await TellAsync("conversationUpdate", "teamHardDeleted"));
        Assert.Equal(owed, await LastWordsAsync());
    }

    private async Task AssertGoneAsync()
    {
        var said = TakenOutAnnouncer.Sentence("Rowcroft Medical Centre", new RetentionOptions());
        await _practice.Teams.UntilAsync(() => _practice.Deputy.FromBot.Any(post => CardReading.Words(post, Cast.Deputy) == said));
        await _practice.Deputy.SayAsync("cases");
        Assert.Equal(Greetings.NotSetUp, _practice.Deputy.Reads());
    }

    private async Task<int> TellAsync(string type, string happened)
    {
        var told = _caller.LastOf(Cast.Deputy);
        told.Remove("text");
        told["type"] = type;
        told["action"] = type == "installationUpdate" ? "remove" : null;
        told["conversation"] = new JsonObject { ["id"] = _team, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Tenant.TenantId };
        told["channelData"] = new JsonObject
        {
            ["eventType"] = happened,
            ["team"] = new JsonObject { ["id"] = _team, ["name"] = "Rowcroft" },
            ["tenant"] = new JsonObject { ["id"] = Tenant.TenantId },
        };
        return (await _caller.PostAsync(told)).Status;
    }

    private async Task ChangeAsync(string sql)
    {
        await using var db = await _practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private async Task<int> LastWordsAsync()
    {
        await using var db = await _practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await db.Outbox.CountAsync(row => row.Kind == LastWords.Kind);
    }
}
