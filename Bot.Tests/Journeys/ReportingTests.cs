using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.People;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

[Collection(Journeys.Name)]
public sealed class ReportingTests(JourneyBrowser browser)
{
    private const string Case = "Case RMC-2026-0001";

    [SkippableFact]
    public async Task A_Draft_Outlives_A_Restart_Of_The_Bot_And_Becomes_One_Case()
    {
        await using var story = await Story.BeginAsync(browser);
        await story.Receptionist.BeginReportAsync();
        await story.Receptionist.FillInFormAsync();
        await story.Receptionist.SeesAsync("Have you got a screenshot?");

        await story.Practice.RestartBotAsync();
        await story.Receptionist.SayAsync("hello again");
        await story.Receptionist.SeesAsync("You have a report that is not finished");
        await story.LookAsync("c-restart");
        await story.Receptionist.PressAsync("Carry on");
        await story.Receptionist.SendScreenshotsAsync(browser.Comment, browser.Profile);
        await story.Receptionist.SeesAsync(ReportOnPage.WhatHappened);
        await story.Receptionist.PressAsync("Send");

        await story.Receptionist.SeesAsync("Thank you. Your report is RMC-2026-0001");
        await Expect(story.Manager.Card(Case)).ToContainTextAsync("2 screenshots");
        await story.Manager.SayAsync("cases");
        await story.Manager.SeesAsync("1 open case");
    }

    [SkippableFact]
    public async Task Danger_Is_Told_To_Manager_And_Deputy_Before_Anything_Else_Is_Asked()
    {
        await using var story = await Story.BeginAsync(browser);

        await story.Receptionist.SayAsync("report");
        await story.Receptionist.PressAsync("Yes, someone is in danger");

        await story.Receptionist.SeesAsync("Call 999");
        foreach (var approver in (PersonOnPage[])[story.Manager, story.Deputy])
        {
            await Expect(approver.Card("Someone may be in danger")).ToContainTextAsync("Robin Marsh");
        }

        await story.LookAsync("f1-danger");
        await story.Receptionist.FillInFormAsync();
        await story.Receptionist.PressAsync("I have none");
        await story.Receptionist.PressAsync("Send");
        await Expect(story.Manager.Card(Case)).ToContainTextAsync("Urgent");
        await story.LookAsync("f2-urgent");
        story.NothingWentWrongOnThePage();
    }

    [SkippableFact]
    public async Task Send_Pressed_Twice_And_Delivered_Twice_Makes_One_Case()
    {
        await using var story = await Story.BeginAsync(browser);
        var robin = story.Practice.Receptionist;
        await story.Receptionist.BeginReportAsync();
        await story.Receptionist.FillInFormAsync();
        await story.Receptionist.PressAsync("I have none");
        await story.Receptionist.SeesAsync("Nothing is sent until you press Send.");

        story.Practice.Teams.Bot.DeliverTwice(Cast.Receptionist);
        var review = robin.FromBot[^1];
        var send = CardPress.OnButton(robin.Card(review), "Send");
        await Task.WhenAll(robin.PressAsync(review, send), robin.PressAsync(review, send));

        await story.Receptionist.SeesAsync("Thank you. Your report is RMC-2026-0001");
        await story.Manager.SeesAsync(Case);
        await story.Manager.SayAsync("cases");
        await story.Manager.SeesAsync("1 open case");
        await Expect(story.Page.GetByText("RMC-2026-0002")).ToHaveCountAsync(0);
        Assert.Single(story.Practice.Manager.FromBot, post => post.Json.GetRawText().Contains("What was reported", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task On_A_Phone_Everything_From_Report_To_Receipt_Fits()
    {
        await using var story = await Story.BeginAsync(browser, 390, 844);
        var robin = story.Receptionist;
        await robin.SayAsync("hello");
        await robin.SeesAsync("Report something");
        await story.LookAsync("i1-welcome");

        await robin.BeginReportAsync();
        await robin.SeesAsync("What happened?");
        await story.LookAsync("i2-form");
        await robin.FillInFormAsync();
        await robin.SeesAsync("Have you got a screenshot?");
        await story.LookAsync("i3-screenshots");
        await robin.SendScreenshotsAsync(browser.Comment, browser.Profile);
        await robin.SeesAsync("Is this right?");
        await story.LookAsync("i4-review");
        await robin.PressAsync("Send");
        await robin.SeesAsync("Thank you. Your report is RMC-2026-0001");
        await story.LookAsync("i5-receipt");

        Assert.Empty(await story.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('body, .log, .card, .card *')].filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.textContent)"));
        await story.GoToAsync(Cast.Manager);
        await story.Manager.SeesAsync(Case);
        await story.LookAsync("i6-case");
        story.NothingWentWrongOnThePage();
    }
}
