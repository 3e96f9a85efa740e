using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

[Collection(Journeys.Name)]
public sealed class MissingEvidenceTests(JourneyBrowser browser)
{
    [SkippableFact]
    public Task A_Picture_That_Teams_Refuses_Comes_Later_As_A_File() => WalkAsync(1440, 900, "m-wide");

    [SkippableFact]
    public Task The_Same_On_A_Phone() => WalkAsync(390, 844, "m-phone");

    private async Task WalkAsync(int width, int height, string look)
    {
        await using var story = await Story.BeginAsync(browser, width, height);
        var robin = story.Receptionist;
        await robin.BeginReportAsync();
        await robin.FillInFormAsync();
        await robin.SeesAsync("Have you got a screenshot?");

        // Teams refuses the pasted one, twice; the attached one comes.
        story.Practice.Teams.Faults.Add(new(ConnectorOperation.Attachment, FaultKind.Forbidden, Times: 2));
        await robin.PasteAsync(browser.Comment);
        await robin.SendMessageAsync();
        await robin.SeesAsync("Evidence missing: 1 screenshot");
        await story.LookAsync($"{look}1-missing");
        await robin.PressAsync("Done");
        await robin.SeesAsync("Is this right?");
        await robin.AttachAsync("profile 943 476 5919.png", browser.Profile);
        await robin.SendMessageAsync();
        await robin.SeesAsync("1 screenshot is kept");
        story.Practice.Teams.Faults.Add(new(ConnectorOperation.Attachment, FaultKind.Forbidden, Times: 2));
        await robin.PasteAsync(browser.Comment);
        await robin.SendMessageAsync();
        await robin.SeesAsync("Evidence missing: 1 screenshot");

        // Back through the form: four taps, and the name of the file.
        await robin.PressAsync("Change");
        await robin.PressAsync("Next");
        await robin.PressAsync("Done");
        foreach (var tap in (string[])["I did", "A phone or tablet", "It is public"])
        {
            await robin.PickAsync(tap);
        }

        await story.LookAsync($"{look}2-provenance");
        await robin.PressAsync("Continue");
        await robin.SeesAsync("Is this a patient's detail?");
        await story.LookAsync($"{look}3-details");
        await robin.PressAsync("Put stars in their place");
        await robin.SeesAsync("Is this right?");
        await story.LookAsync($"{look}4-review");
        await robin.PressAsync("Send");
        await robin.SeesAsync("Thank you. Your report is RMC-2026-0001");
        await robin.SeesAsync("It goes to report RMC-2026-0001");
        await story.LookAsync($"{look}5-receipt");

        // The picture comes afterwards, and the manager's card knows.
        await robin.AttachAsync("comment.png", browser.Comment);
        await robin.SendMessageAsync();
        await robin.SeesAsync("It is now with your report RMC-2026-0001");
        await story.LookAsync($"{look}6-late");
        await story.Practice.Teams.UntilAsync(() => story.Practice.Manager.FromBot.Any(
            post => post.Json.GetRawText().Contains("evidence has come", StringComparison.Ordinal)));
        if (width > 1000)
        {
            await story.Manager.SayAsync("case RMC-2026-0001");
            var card = story.Manager.Card("What should happen?");
            await Expect(card).ToContainTextAsync("2 screenshots");
            await Expect(card).ToContainTextAsync("profile 943 *** ****.png");
            await Expect(card).ToContainTextAsync("Not said: whether the whole screen is in view.");
            await Expect(card).Not.ToContainTextAsync("Evidence missing");
            await story.LookAsync($"{look}7-case");
        }

        story.NothingWentWrongOnThePage();
    }
}
