using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

public sealed class TakenOutAndAddedAgainTests
{
    [Fact]
    public async Task While_The_Bot_Is_In_No_Team_It_Says_So_And_Afterwards_Everything_Is_Still_There()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        await practice.Receptionist.FillFormAsync();
        await practice.Nurse.ReportAsync();

        await practice.Teams.Installer.UninstallFromTeamAsync(Cast.Manager);
        await practice.Receptionist.SayAsync("done");
        Assert.Equal(Greetings.NotSetUp, practice.Receptionist.Reads());
        await practice.Nurse.SayAsync("my reports");
        Assert.Equal(Greetings.NotSetUp, practice.Nurse.Reads());

        await practice.Teams.InstallInTeamAsync(Practice.OnlineSafety);
        await practice.Nurse.SayAsync("my reports");
        Assert.Contains("RMC-2026-0001", practice.Nurse.Reads(), StringComparison.Ordinal);
        await practice.Receptionist.SayAsync("none");
        Assert.Contains("Is this right?", practice.Receptionist.Reads(), StringComparison.Ordinal);
        await practice.Receptionist.PressAsync(practice.Receptionist.Newest(), "Send");
        Assert.Contains("RMC-2026-0002", practice.Receptionist.Reads(), StringComparison.Ordinal);
    }

    /// <summary>Named by the name they sign in with, they are found although the roster is gone, and although this process never read it.</summary>
    [Fact]
    public async Task Those_Who_Decide_Are_Told_What_Is_Kept_However_They_Are_Named()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Practice:Managers:0"] = Cast.Manager.UserPrincipalName,
            ["Practice:Deputies:0"] = Cast.Deputy.UserPrincipalName.ToUpperInvariant(),
        });
        await practice.Deputy.SayAsync("help");
        await practice.RestartBotAsync();

        await practice.Teams.Installer.UninstallFromTeamAsync(Cast.Manager);

        var said = TakenOutAnnouncer.Sentence("Rowcroft Medical Centre", new RetentionOptions());
        await practice.Teams.UntilAsync(() => practice.Deputy.FromBot.Any(post => CardReading.Words(post, Cast.Deputy) == said));
    }

    [Fact]
    public async Task Somebody_Who_Joins_Is_Let_In_At_Once_And_Somebody_Who_Leaves_Is_Not()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        var stranger = practice.Teams.As(Cast.Stranger);
        await stranger.SayAsync("help");
        Assert.Equal(Greetings.NotOneOfUs, stranger.Reads());

        await practice.Teams.Installer.JoinTeamAsync(Cast.Stranger, Cast.Manager);
        await stranger.SayAsync("help");
        Assert.NotEqual(Greetings.NotOneOfUs, stranger.Reads());

        await practice.Teams.Installer.LeaveTeamAsync(Cast.Stranger, Cast.Manager);
        await stranger.SayAsync("help");
        Assert.Equal(Greetings.NotOneOfUs, stranger.Reads());
    }
}
