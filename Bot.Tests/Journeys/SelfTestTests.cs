using Rowcroft.LocalTeams.People;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

[Collection(Journeys.Name)]
public sealed class SelfTestTests(JourneyBrowser browser)
{
    [SkippableFact]
    public async Task Whoever_Looks_After_The_Bot_Asks_How_It_Is_And_Nobody_Else_Learns_Of_It()
    {
        await using var story = await Story.BeginAsync(browser);
        await story.Manager.SayAsync("selftest");
        var card = story.Manager.Card("Self-test");
        await Expect(card).ToContainTextAsync("Database");
        await Expect(card).ToContainTextAsync("The evidence store takes, gives and deletes files.");
        await Expect(card).Not.ToContainTextAsync("Broken:");

        await story.Receptionist.SayAsync("selftest");
        await story.Receptionist.SeesAsync("Has somebody been unkind or abusive online?");
        await Expect(story.Receptionist.Card("Self-test")).ToHaveCountAsync(0);
        await story.LookAsync("selftest");

        await story.Page.SetViewportSizeAsync(390, 844);
        await story.Page.GotoAsync(new Uri(story.Practice.Teams.BaseAddress, $"?person={Cast.Manager.Key}").ToString());
        await Expect(story.Manager.Card("Self-test")).ToBeVisibleAsync();
        await story.LookAsync("selftest-390");
        story.NothingWentWrongOnThePage();
    }
}
