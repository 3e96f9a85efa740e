using System.Net;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Exports.Verifying;
using Rowcroft.TeamsBot.Tests.Exports;
using Rowcroft.TeamsBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>The manager needs a case's evidence for the police; the deputy agrees; the bundle is checked.</summary>
[Collection(Journeys.Name)]
public sealed class HandingOverTests(JourneyBrowser browser)
{
    private const string Evidence = "Evidence of case RMC-2026-0001";

    [SkippableTheory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Two_People_Agree_And_The_Manager_Downloads_A_Bundle_That_Is_Whole(int width, int height)
    {
        await using var story = await Story.BeginAsync(browser, width, height);
        await story.Receptionist.BeginReportAsync();
        await story.Receptionist.FillInFormAsync();
        await story.Receptionist.SendScreenshotsAsync(browser.Comment, browser.Profile);
        await story.Receptionist.PressAsync("Send");
        await story.Receptionist.SeesAsync("Thank you. Your report is RMC-2026-0001");

        await story.GoToAsync(Cast.Manager);
        await story.Manager.SayAsync("case RMC-2026-0001 export");
        await story.Manager.SeesAsync("For whom is it?");
        await story.LookAsync($"x1-ask-{width}");
        await story.Manager.PressAsync("Request");
        await story.Manager.SeesAsync("please choose for whom it is");
        await story.LookAsync($"x2-ask-again-{width}");
        await story.Manager.PickAsync("The police");
        await story.Manager.PickAsync("Originals");
        await story.Manager.FillAsync("Why originals? (needed when an original goes to somebody outside the practice)", "The officer needs the whole screen.");
        await story.Manager.PressAsync("Request");
        await story.Manager.SeesAsync("The others who decide this case have been asked.");
        await story.LookAsync($"x3-waiting-{width}");

        await story.GoToAsync(Cast.Deputy);
        await story.Deputy.SeesAsync("Evidence leaves the practice only when two people who decide the case agree.");
        await story.LookAsync($"x4-question-{width}");
        await story.Deputy.PressAsync("Agree");
        await Expect(story.Deputy.Card(Evidence)).ToContainTextAsync("The person who asked can download the bundle now.");

        await story.GoToAsync(Cast.Manager);
        await story.Manager.PressAsync("Make the link");
        await story.Manager.SeesAsync("Your link works once, until");
        await story.LookAsync($"x5-link-{width}");
        var link = await LinkAsync(story);
        var (status, bundle) = await GetAsync(story, link);
        Assert.Equal(HttpStatusCode.OK, status);
        await IsWholeAsync(bundle);
        Assert.Equal(browser.Comment, ZipReading.Entries(bundle)["evidence/screenshot-01.png"]);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(story, link)).Status);
        await Expect(story.Manager.Card(Evidence)).ToContainTextAsync($"SHA-256 {BundleSamples.Hash(bundle)}");
        await story.LookAsync($"x6-downloaded-{width}");
        story.NothingWentWrongOnThePage();
    }

    /// <summary>From the card that the press left behind: the browser would open it and so use it up.</summary>
    private static Task<Uri> LinkAsync(Story story)
    {
        var urls = story.Practice.Manager.FromBot.SelectMany(post => CardReading.Objects(post.CardFor(Cast.Manager)))
            .Where(element => (string?)element["title"] == "Download the bundle")
            .Select(element => (string)element["url"]!);
        return Task.FromResult(new Uri(Assert.Single(urls)));
    }

    private static async Task<(HttpStatusCode Status, byte[] Body)> GetAsync(Story story, Uri link)
    {
        Assert.Equal(story.Practice.BotAddress.Authority, link.Authority);
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { CookieContainer = new CookieContainer() });
        var signIn = new Uri(link, $"/local-sign-in?person={Cast.Manager.ObjectId}&returnUrl={link.AbsolutePath}");
        using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, signIn), default);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    private static async Task IsWholeAsync(byte[] bundle)
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("bundle.zip"), bundle);
        using var output = new StringWriter();
        Assert.Equal(0, await VerifyBundle.RunAsync(folder.File("bundle.zip"), output, output, default));
    }
}
