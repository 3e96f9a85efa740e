using Microsoft.Playwright;
using Rowcroft.LocalTeams.People;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>Two members of staff report one post.</summary>
[Collection(Journeys.Name)]
public sealed class SamePostTests(JourneyBrowser browser)
{
    private const string First = "RMC-2026-0001";
    private const string Second = "RMC-2026-0002";

    [SkippableFact]
    public async Task The_Manager_Is_Told_Puts_Them_Together_And_One_Decision_Answers_Both()
    {
        await using var story = await Story.BeginAsync(browser);
        await story.Page.Locator("[data-toggles=nurse]").ClickAsync();
        await story.Receptionist.ReportAsync();
        await story.Manager.SeesAsync($"Case {First}");
        await story.Nurse.BeginReportAsync();
        await story.Nurse.FillInFormAsync(link: "https://m.facebook.com/rowcroft/posts/1024/?fbclid=IwAR0abc&mibextid=Nif5oz");
        await story.Nurse.PressAsync("I have none");
        await story.Nurse.PressAsync("Send");
        await story.Nurse.SeesAsync($"Thank you. Your report is {Second}");

        var card = story.Manager.Card($"Case {Second}");
        await Expect(card).ToContainTextAsync($"This may be the same post as {First} (same link).");
        await story.LookAsync("h1-twin");
        await story.LookAtAsync(Cast.Manager, $"Case {Second}", "h1-twin");
        await story.Manager.PressAsync("Same post: put them together");
        await Expect(card).ToContainTextAsync($"Put together with case {First}");
        await Expect(Deciding(story.Manager)).ToContainTextAsync("Also reported once");
        await Expect(Deciding(story.Deputy)).ToContainTextAsync("Priya Anand");
        await story.LookAtAsync(Cast.Manager, $"Case {Second}", "h2-merged");
        await story.LookAtAsync(Cast.Manager, $"Case {First}", "h2-main");

        // Both are told, and neither learns of the other.
        foreach (var (reporter, own, other, name) in ((PersonOnPage, string, string, string)[])
            [(story.Receptionist, First, Second, "Priya Anand"), (story.Nurse, Second, First, "Robin Marsh")])
        {
            var told = reporter.Card("Your reports are now handled together.");
            await Expect(told).ToContainTextAsync($"Your report {own}");
            await Expect(told).ToContainTextAsync("Somebody else at the practice has reported the same post.");
            await Expect(reporter.Chat).Not.ToContainTextAsync(other);
            await Expect(reporter.Chat).Not.ToContainTextAsync(name);
        }

        await story.LookAtAsync(Cast.Nurse, "handled together", "h3-joined");
        await story.Manager.DecideAsync("An opinion.", "No further action");
        await Expect(story.Receptionist.Card("what was decided")).ToContainTextAsync(First);
        await Expect(story.Nurse.Card("what was decided")).ToContainTextAsync(Second);
        await Expect(story.Nurse.Chat).Not.ToContainTextAsync(First);
        await Expect(Deciding(story.Manager)).ToContainTextAsync("Decided by Morgan Hale");
        await story.LookAtAsync(Cast.Manager, $"Case {First}", "h4-decided");

        await story.GoToNextMondayAsync();
        var summary = story.Channel.Locator(".card").Filter(new() { HasText = "Monday 2 March 2026" });
        await Expect(summary).ToContainTextAsync("1 more report was of a post that had been reported before. Each post is counted once.");
        await story.LookAtAsync(null, "Monday 2 March 2026", "h5-summary");
        story.NothingWentWrongOnThePage();
    }

    /// <summary>The card of the case that decides for both. The other one names it too.</summary>
    private static ILocator Deciding(PersonOnPage person) =>
        person.Chat.Locator(".card").Filter(new() { HasText = $"Case {First}", HasNotText = "Put together with case" }).Last;
}
