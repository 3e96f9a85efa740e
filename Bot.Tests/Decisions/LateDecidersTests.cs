using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Decisions;

/// <summary>Who decides can change while a case is open. Nobody who may decide it is left without it, and nobody gets it twice.</summary>
public sealed class LateDecidersTests
{
    [Fact]
    public async Task When_The_Only_Manager_Leaves_The_Partner_Gets_The_Open_Case_Once()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Practice:Deputies:0"] = "",
            ["Practice:Partners:0"] = Cast.Deputy.ObjectId.ToString(),
        });
        await practice.Receptionist.ReportAsync();
        await practice.Teams.UntilAsync(() => CasesOf(practice.Manager).Any());
        await LookAsync(practice);
        Assert.Empty(CasesOf(practice.Deputy));

        await practice.Teams.Installer.LeaveTeamAsync(Cast.Manager, Cast.Deputy);
        await LookAsync(practice);
        await practice.Teams.UntilAsync(() => CasesOf(practice.Deputy).Any());
        await LookAsync(practice);
        Assert.Single(CasesOf(practice.Deputy));
    }

    [Fact]
    public async Task Who_Comes_To_The_Team_Later_And_Is_Configured_To_Decide_Gets_What_Is_Open_And_Nothing_That_Is_Over()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        await practice.Teams.Installer.LeaveTeamAsync(Cast.Manager, Cast.Deputy);
        await practice.Receptionist.ReportAsync();
        await practice.Receptionist.ReportAsync();
        await practice.Teams.UntilAsync(() => CasesOf(practice.Deputy, "RMC-2026-0002").Any());
        await practice.QuietAsync();
        await practice.Deputy.PressAsync(
            CasesOf(practice.Deputy).Single(),
            "Record the decision",
            new JsonObject { ["outcomeComplaintsProcedure"] = "true", ["reason"] = "Item 7." });

        await practice.Teams.UntilAsync(() => CardReading.Words(CasesOf(practice.Deputy).Single(), Cast.Deputy).Contains("Decided", StringComparison.Ordinal));
        await practice.Teams.Installer.JoinTeamAsync(Cast.Manager, Cast.Deputy);
        await LookAsync(practice);
        await practice.Teams.UntilAsync(() => CasesOf(practice.Manager, "RMC-2026-0002").Any());
        await LookAsync(practice);
        Assert.Single(CasesOf(practice.Manager, "RMC-2026-0002"));
        Assert.Empty(CasesOf(practice.Manager, "RMC-2026-0001"));
        Assert.Single(CasesOf(practice.Deputy, "RMC-2026-0002"));
    }

    [SkippableTheory, BothDatabases]
    public async Task What_Waits_For_Somebody_Who_Was_Off_The_Team_By_Mistake_Goes_When_They_Are_Back(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        var late = ActivatorUtilities.CreateInstance<LateDeciders>(driver.Get<IServiceProvider>());
        await driver.OweAsync(CaseBuilder.Mona, "one");
        var mona = driver.Roster.Find(CaseBuilder.Mona);
        driver.Roster.People.Remove(mona);
        await driver.DeliverAsync();
        await late.RunAsync(default);
        await driver.DeliverAsync();
        Assert.Equal(OutboxState.Waiting, Assert.Single(await driver.RowsAsync()).State);

        driver.Roster.People.Add(mona);
        await late.RunAsync(default);
        await driver.DeliverAsync();
        Assert.Equal(OutboxState.Sent, Assert.Single(await driver.RowsAsync()).State);
    }

    private static IEnumerable<Post> CasesOf(PersonClient person, string reference = "RMC-2026-0001") => person.FromBot.Where(post =>
        CardReading.Words(post, person.Person).StartsWith($"Case {reference}\n", StringComparison.Ordinal));

    /// <summary>Until the bot has looked again who decides, and nothing that came of it is on its way.</summary>
    private static async Task LookAsync(PracticeInTeams practice)
    {
        practice.Clock.Advance(TimeSpan.FromMinutes(6));
        await practice.Get<LateDeciders>().RunAsync(default);
        await practice.QuietAsync();
    }
}
