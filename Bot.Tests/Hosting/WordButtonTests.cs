using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>
/// A button that stands for a word (<c>messageBack</c>) sends the word. Whether Teams sends an empty object beside it, or its own mark, is
/// not written anywhere, and must make no difference.
/// </summary>
public sealed class WordButtonTests(TwoPractices practices) : IClassFixture<TwoPractices>, IAsyncLifetime
{
    public Task InitializeAsync() => practices.QuietAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string?> Beside => [null, "{}", """{"msteams":{"type":"messageBack","text":"report"}}"""];

    [Theory]
    [MemberData(nameof(Beside))]
    public async Task It_Is_The_Word_That_Counts(string? value)
    {
        await PressAsync(Cast.Receptionist, "report", value);
        Assert.Contains("is someone in danger", practices.Practice.Receptionist.Reads(), StringComparison.Ordinal);
        await PressAsync(Cast.Receptionist, "cancel", value);
        await practices.Practice.Receptionist.SayAsync("yes");
    }

    [Theory]
    [MemberData(nameof(Beside))]
    public async Task Whoever_Is_On_Two_Rosters_Is_Asked_As_If_They_Had_Typed_It(string? value)
    {
        await PressAsync(Cast.Deputy, "report", value);
        Assert.Contains(WhichPractice.Question, practices.Practice.Deputy.Reads(), StringComparison.Ordinal);
        await PressAsync(Cast.Deputy, $"case {practices.Other.Reference}", value);
        Assert.Contains(TwoPractices.Theirs, practices.Practice.Deputy.Reads(), StringComparison.Ordinal);
    }

    private async Task PressAsync(Person person, string word, string? value)
    {
        await practices.Practice.Teams.As(person).SayAsync("help");
        var message = practices.Caller.Submission(person, value is null ? null : JsonNode.Parse(value));
        message["text"] = word;
        Assert.Equal(200, (await practices.Caller.PostAsync(message)).Status);
    }
}
