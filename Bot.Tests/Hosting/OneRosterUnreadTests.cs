using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using Person = Rowcroft.LocalTeams.People.Person;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>
/// The deputy works in both practices, and Teams cannot say at present who is in Harbour Surgery's team: what they mean there waits, and is
/// not taken for something of the other practice.
/// </summary>
public sealed class OneRosterUnreadTests(TwoPractices practices) : IClassFixture<TwoPractices>, IAsyncLifetime
{
    private PersonClient Deputy => practices.Practice.Deputy;

    public async Task InitializeAsync()
    {
        await practices.QuietAsync();
        await Deputy.SayAsync("help"); // is known in both
    }

    public Task DisposeAsync() => SilenceAsync(false);

    [Fact]
    public async Task A_Report_That_Is_Being_Made_There_Stays_As_It_Is()
    {
        await Deputy.SayAsync("report");
        await Deputy.PressAsync(Deputy.Newest(), "Harbour Surgery");
        var danger = Deputy.Newest();
        await SilenceAsync(true);

        foreach (var word in (string[])["report", "cancel", "practice", "They called me names."])
        {
            await Deputy.SayAsync(word);
            Assert.Equal(Greetings.CannotReachThatOne, Deputy.Reads());
        }

        await Deputy.PressAsync(danger, "No, nobody is in danger");
        Assert.Equal(Greetings.CannotReachThatOne, Deputy.Reads());
        await Deputy.SayAsync("", Deputy.Paste(SamplePictures.Png(7)));
        Assert.Equal(Greetings.CannotReachThatOne, Deputy.Reads());

        await SilenceAsync(false);
        await Deputy.PressAsync(danger, "No, nobody is in danger");
        await Deputy.PressAsync(Deputy.Newest(), "Next", ReportWalk.Form());
        await Deputy.PressAsync(Deputy.Newest(), "I have none");
        await Deputy.PressAsync(Deputy.Newest(), "Send");
        Assert.Contains("HSG-2026-0002", Deputy.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Case_There_Is_Not_Said_To_Be_None()
    {
        await SilenceAsync(true);

        await Deputy.SayAsync($"case {practices.Other.Reference} hold because");
        Assert.Equal(Greetings.CannotReachThatOne, Deputy.Reads());
        foreach (var verb in (string[])[DecisionVerbs.Refresh, DecisionVerbs.Decide, DecisionVerbs.Ask])
        {
            var answer = await PressAsync(Cast.Deputy, verb, practices.Other.Id);
            Assert.Contains(Greetings.CannotReachThatOne, answer, StringComparison.Ordinal);
            Assert.Contains("application/vnd.microsoft.activity.message", answer, StringComparison.Ordinal); // the card stays
        }

        // What is meant in the practice that can be read goes on.
        await Deputy.SayAsync($"case {practices.Ours.Reference}");
        Assert.Contains(practices.Ours.Reference.ToString(), Deputy.Reads(), StringComparison.Ordinal);
        Assert.Contains(practices.Ours.Reference.ToString(), await PressAsync(Cast.Deputy, DecisionVerbs.Refresh, practices.Ours.Id), StringComparison.Ordinal);
        Assert.Equal(practices.Other.Version, (await practices.FindAsync(TwoPractices.OtherId, "HSG")).Version);
    }

    [Fact]
    public async Task Whoever_Was_Never_There_Learns_Nothing_Of_It()
    {
        await practices.Practice.Manager.SayAsync("help");
        await SilenceAsync(true);

        await practices.Practice.Manager.SayAsync($"case {practices.Other.Reference}");
        Assert.Equal(CaseDesk.NoCase, practices.Practice.Manager.Reads());
        var nobodys = new CaseId(Guid.NewGuid());
        Assert.Equal(await PressAsync(Cast.Manager, DecisionVerbs.Decide, nobodys), await PressAsync(Cast.Manager, DecisionVerbs.Decide, practices.Other.Id));
        Assert.DoesNotContain(Greetings.CannotReachThatOne, await PressAsync(Cast.Deputy, DecisionVerbs.Decide, nobodys), StringComparison.Ordinal);
    }

    private async Task<string> PressAsync(Person person, string verb, CaseId id)
    {
        var (status, body) = await practices.Caller.PostAsync(practices.Caller.Press(
            person, verb, new JsonObject { ["case"] = id.ToString(), ["version"] = 1, ["reason"] = "because" }));
        Assert.Equal(200, status);
        return body;
    }

    private async Task SilenceAsync(bool silent)
    {
        practices.Harbour.IsSilent = silent;
        await practices.Practice.Get<TeamsRoster>().ForgetAsync(TwoPractices.OtherId, default);
    }
}
