using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.Clock;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

public sealed class MemoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("local-teams-").FullName;

    private string File => Path.Combine(_folder, "deeper", "teams.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_Next_Run_Begins_Where_The_Last_One_Ended()
    {
        await using (var first = await TeamsAndBot.StartAsync(Options()))
        {
            ((ShiftableTimeProvider)first.Teams.Clock).Advance(TimeSpan.FromDays(3));
            await first.Teams.As(Cast.Nurse).SayAsync("Hello");
            await first.SendAsync(Cast.Nurse, Cards.Message(Cards.Saying("Case")));
        }

        await using var second = await LocalTeamsServer.StartAsync(Options());

        var chat = second.As(Cast.Nurse).Chat;
        Assert.Equal(2, chat.Count);
        Assert.Equal((Cast.Nurse, "Hello"), (chat[0].Author, (string?)chat[0].Activity["text"]));
        Assert.Equal("Case", Cards.Text(second.As(Cast.Nurse).Card(chat[1])));
        Assert.True(second.HasBotInTeam);
        Assert.True(second.Clock.GetUtcNow() > TimeProvider.System.GetUtcNow().AddDays(2));
        var said = await second.As(Cast.Nurse).SayAsync("Again");
        Assert.DoesNotContain(said.Id, chat.Select(post => post.Id));
        Assert.DoesNotContain(second.Bot.Deliveries, delivery => (string?)delivery.Activity["type"] == "installationUpdate");
    }

    [Fact]
    public async Task A_Damaged_Memory_Is_A_Fresh_Start()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, "{ not json");

        await using var teams = await LocalTeamsServer.StartAsync(Options());

        Assert.Empty(teams.As(Cast.Nurse).Chat);
    }

    private LocalTeamsOptions Options() => new() { MemoryFile = File, Clock = new ShiftableTimeProvider(TimeProvider.System) };
}
