using Microsoft.Playwright;
using Rowcroft.LocalTeams.People;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

[Collection(Journeys.Name)]
public sealed class SettingUpTests(JourneyBrowser browser)
{
    private static readonly IReadOnlyDictionary<string, string?> Nothing = new Dictionary<string, string?>
    {
        ["Practice:Managers:0"] = null,
        ["Practice:Deputies:0"] = null,
    };

    [SkippableTheory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task The_Manager_Says_In_The_Channel_How_The_Practice_Works(int width, int height)
    {
        await using var story = await Story.BeginAsync(browser, width, height, Nothing);
        await story.GoToTeamAsync();
        var team = story.Page.Locator(".column[data-person=team]");
        await team.GetByLabel("Write as").SelectOptionAsync(new SelectOptionValue { Label = Cast.Manager.GivenName });
        var card = story.Channel.Locator(".card").Last;
        await Expect(card).ToContainTextAsync("Set up the bot for this team");
        await story.LookAtAsync(null, "Set up the bot", "set-up");

        await card.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(card).ToContainTextAsync("Please choose at least one person who decides");
        await story.LookAtAsync(null, "Set up the bot", "set-up-problems");

        // Each of the three lists has everybody: the first is the managers', the second the deputies'.
        await card.GetByRole(AriaRole.Checkbox, new() { Name = Cast.Nurse.Name, Exact = true }).Nth(0).CheckAsync();
        await card.GetByRole(AriaRole.Checkbox, new() { Name = Cast.Manager.Name, Exact = true }).Nth(1).CheckAsync();
        await card.GetByLabel("In which channel?").SelectOptionAsync(new SelectOptionValue { Label = "Online safety" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(card).ToContainTextAsync("The bot is set up for this practice");
        await Expect(card).ToContainTextAsync($"Practice manager  {Cast.Nurse.Name}");
        await story.LookAtAsync(null, "is set up for this", "set-up-done");

        await story.Page.GotoAsync(new Uri(story.Practice.Teams.BaseAddress, $"?person={Cast.Nurse.Key}").ToString());
        await Expect(story.Nurse.Card("The bot's settings were changed")).ToContainTextAsync(Cast.Manager.Name);
        await story.LookAtAsync(Cast.Nurse, "settings were changed", "set-up-changed");
        story.NothingWentWrongOnThePage();
    }
}
