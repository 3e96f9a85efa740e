using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

[Collection(Journeys.Name)]
public sealed class WeeklySummaryTests(JourneyBrowser browser)
{
    [SkippableFact]
    public async Task Every_Monday_The_Channel_Is_Told_And_What_Was_Missed_Comes_Late()
    {
        await using var story = await Story.BeginAsync(browser);
        await story.Receptionist.ReportAsync();
        await story.Manager.SeesAsync("Case RMC-2026-0001");

        // A week with a report in it.
        await story.GoToNextMondayAsync();
        await Expect(Summary(story, "Monday 2 March 2026")).ToContainTextAsync("Staff named");

        // A week in which it was decided.
        await story.Manager.DecideAsync("An opinion.", "No further action");
        await story.Receptionist.SeesAsync("will not take action this time");
        await story.GoToNextMondayAsync();
        await Expect(Summary(story, "Monday 9 March 2026")).ToContainTextAsync("Nothing new was reported.");

        // A quiet week.
        await story.GoToNextMondayAsync();
        await Expect(Summary(story, "Monday 16 March 2026")).ToContainTextAsync("A quiet week");
        await story.LookAsync("d1-quiet");

        // A week whose Monday the bot slept through.
        await story.Practice.StopBotAsync();
        await story.GoToNextMondayAsync();
        story.Practice.Clock.Advance(TimeSpan.FromHours(26));
        await story.Practice.StartBotAsync();
        await Expect(Summary(story, "Monday 23 March 2026")).ToContainTextAsync("This summary comes later than planned");
        await story.LookAsync("d2-late");
        await Expect(story.Channel.Locator(".card")).ToHaveCountAsync(5); // the set-up card is the first
    }

    private static ILocator Summary(Story story, string monday) =>
        story.Channel.Locator(".card").Filter(new() { HasText = $"{monday} to" });
}
