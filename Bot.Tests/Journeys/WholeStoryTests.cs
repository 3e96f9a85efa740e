using System.Security.Cryptography;
using Rowcroft.LocalTeams.People;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

[Collection(Journeys.Name)]
public sealed class WholeStoryTests(JourneyBrowser browser)
{
    [SkippableFact]
    public async Task Abuse_Is_Reported_Decided_And_Told_And_Counted_On_Monday_Without_A_Name()
    {
        await using var story = await Story.BeginAsync(browser);
        var (robin, morgan, sam) = (story.Receptionist, story.Manager, story.Deputy);
        string[] seals = [Seal(browser.Comment), Seal(browser.Profile)];

        // Robin reports it, with a pasted and an attached screenshot.
        await robin.BeginReportAsync();
        await robin.FillInFormAsync();
        await robin.SendScreenshotsAsync(browser.Comment, browser.Profile);
        await robin.SeesAsync("Is this right?");
        await story.LookAsync("a1-review");
        await robin.PressAsync("Send");
        var receipt = robin.Card("Thank you. Your report is RMC-2026-0001");
        foreach (var seal in seals)
        {
            await Expect(receipt).ToContainTextAsync(seal);
        }

        // Morgan and Sam each get the case with both screenshots by name, size and hash.
        var card = morgan.Card("Case RMC-2026-0001");
        foreach (var seen in (string[])[.. seals, "profile.png", "2 screenshots", "Robin Marsh", "Torquay Local", ReportOnPage.WhatHappened])
        {
            await Expect(card).ToContainTextAsync(seen);
            await Expect(sam.Card("Case RMC-2026-0001")).ToContainTextAsync(seen);
        }

        await story.SaveForReadmeAsync(Cast.Manager, "Case RMC-2026-0001", "case-card.png");
        await story.LookAsync("a2-case");

        // Morgan decides.
        await morgan.DecideAsync("Names a member of staff: item 6.", "Remove from our page", "Report to the platform");
        await Expect(card).ToContainTextAsync("Decided by");
        await Expect(card).ToContainTextAsync("Morgan Hale");
        await Expect(morgan.Chat.GetByLabel("Reason, for the file")).ToHaveCountAsync(0);
        await Expect(sam.Card("Case RMC-2026-0001")).ToContainTextAsync("Morgan Hale");

        // Robin is told, and sees it in the list of reports.
        var told = robin.Card("Your report RMC-2026-0001: what was decided");
        await Expect(told).ToContainTextAsync("The practice is taking it down from its own page.");
        await Expect(told).ToContainTextAsync("The practice is asking the platform to take it down.");
        await Expect(told).Not.ToContainTextAsync("item 6");
        await Expect(card).ToContainTextAsync("Reporter told at");
        await robin.SayAsync("my reports");
        await Expect(robin.Card("Your reports")).ToContainTextAsync("RMC-2026-0001: Decided");
        await story.LookAsync("a3-told");

        // On Monday the channel gets the numbers, and nobody's name.
        await story.GoToNextMondayAsync();
        var summary = story.Channel.Locator(".card").Filter(new() { HasText = "Online abuse: the week in numbers" });
        await Expect(summary).ToContainTextAsync("2 March 2026");
        await Expect(summary).ToContainTextAsync("Facebook");
        foreach (var word in Cast.Everyone.SelectMany(person => (string[])[person.GivenName, person.Surname]).Append("Torquay"))
        {
            await Expect(summary).Not.ToContainTextAsync(word);
        }

        await story.LookAsync("a4-summary");
        story.NothingWentWrongOnThePage();
    }

    private static string Seal(byte[] picture) => Convert.ToHexStringLower(SHA256.HashData(picture));
}
