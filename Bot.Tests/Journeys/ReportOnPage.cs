namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>The steps of a report, each the way a person takes it on the page.</summary>
internal static class ReportOnPage
{
    public const string WhatHappened = "Somebody wrote under our opening hours that I am a liar and should be sacked. My name is in it.";

    public static async Task BeginReportAsync(this PersonOnPage person)
    {
        await person.SayAsync("report");
        await person.PressAsync("No, nobody is in danger");
    }

    /// <summary>About the reporter, on the practice's own Facebook page.</summary>
    public static async Task FillInFormAsync(
        this PersonOnPage person, bool concernsManager = false, string link = "https://www.facebook.com/rowcroft/posts/1024")
    {
        await person.PickAsync("Me");
        if (concernsManager)
        {
            await person.TickAsync("It concerns the practice manager");
        }

        await person.ChooseAsync("Where was it posted?", "Facebook");
        await person.ChooseAsync("Where exactly?", "Practice's own Facebook page: comment or visitor post");
        await person.FillAsync("Link to it", link);
        await person.FillAsync("When did you see it?", "2026-03-03");
        await person.ChooseAsync("Is it still up?", "Still up");
        await person.FillAsync("What happened, in your own words?", WhatHappened);
        await person.TickAsync("Staff named");
        await person.TickAsync("Abusive or offensive");
        await person.FillAsync("Who posted it?", "Torquay Local");
        await person.ChooseAsync("Who are they, as far as you know?", "A patient");
        await person.PressAsync("Next");
    }

    /// <summary>One pasted, one attached, in one message.</summary>
    public static async Task SendScreenshotsAsync(this PersonOnPage person, byte[] pasted, byte[] attached)
    {
        await person.SeesAsync("Have you got a screenshot?");
        await person.PasteAsync(pasted);
        await person.AttachAsync("profile.png", attached);
        await person.SendMessageAsync();
        await person.SeesAsync("2 screenshots are kept");
        await person.PressAsync("Done");
        await person.PressAsync("Skip");
    }

    /// <summary>From the first word to the receipt.</summary>
    public static async Task ReportAsync(this PersonOnPage person, bool concernsManager = false)
    {
        await person.BeginReportAsync();
        await person.FillInFormAsync(concernsManager);
        await person.PressAsync("I have none");
        await person.PressAsync("Send");
        await person.SeesAsync("Thank you. Your report is RMC-2026-0001");
    }

    /// <summary>Ticks, writes the reason and presses, on the newest card.</summary>
    public static async Task DecideAsync(this PersonOnPage person, string reason, params IReadOnlyList<string> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            await person.TickAsync(outcome);
        }

        await person.FillAsync("Reason, for the file", reason);
        await person.PressAsync("Record the decision");
    }
}
