using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Journeys;

public sealed class PracticeTests
{
    [Fact]
    public async Task The_Bot_Is_In_The_Team_And_Answers_Whoever_Speaks_To_It()
    {
        await using var practice = await PracticeInTeams.StartAsync();

        await practice.Receptionist.SayAsync("hello");

        var first = await practice.Teams.UntilAsync(() => practice.Receptionist.FromBot.FirstOrDefault());
        Assert.Contains("Report something", first.Json.GetRawText(), StringComparison.Ordinal);
    }
}
