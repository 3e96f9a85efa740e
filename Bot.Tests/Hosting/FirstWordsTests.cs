using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>What somebody hears before they have said anything, and what goes before everything else.</summary>
public sealed class FirstWordsTests
{
    [Fact]
    public async Task Whoever_Installs_The_Bot_Is_Welcomed_Once()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        await practice.Nurse.InstallAsync();

        var welcome = CardReading.Words(Assert.Single(practice.Nurse.FromBot), Cast.Nurse);
        Assert.Contains("Has somebody been unkind or abusive online?", welcome, StringComparison.Ordinal);
        Assert.Contains("Report something", welcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_Who_Decide_Hear_Of_Danger_Even_If_The_Person_In_Danger_Cannot_Be_Answered()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        await practice.Receptionist.SayAsync("report");
        practice.Teams.Faults.Add(new(ConnectorOperation.Reply, FaultKind.ServerError, Times: 100));
        var said = practice.Receptionist.FromBot.Count;

        await practice.Receptionist.PressAsync(practice.Receptionist.Newest(), "Yes, someone is in danger");

        Assert.Equal(said, practice.Receptionist.FromBot.Count);

        practice.Teams.Faults.Clear();
        foreach (var person in new[] { practice.Manager, practice.Deputy })
        {
            await practice.Teams.UntilAsync(() => person.FromBot.Any(post => CardReading.Words(post, person.Person).Contains("danger", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
        }
    }
}
