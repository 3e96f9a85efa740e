using System.Globalization;
using Microsoft.Playwright;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

[Collection(Journeys.Name)]
public sealed class LookingTests(JourneyBrowser browser)
{
    [SkippableFact]
    public async Task The_Manager_Opens_The_Screenshots_From_The_Card_And_Looks_At_One_With_The_Keyboard()
    {
        await using var story = await BeginAsync();
        var tab = await EvidenceTab.FromCardAsync(story, story.Manager);
        var page = tab.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Screenshots of RMC-2026-0001" })).ToBeVisibleAsync();
        await Expect(page.GetByText("what somebody wrote about a colleague")).ToBeVisibleAsync();
        await Expect(page.GetByText("Signed in as Morgan Hale")).ToBeVisibleAsync();
        await tab.IsBlurredAsync(1);
        await tab.IsBlurredAsync(2);
        await tab.IsAccessibleAsync("looking-blurred");
        Assert.Equal((0, 2), (tab.PicturesFetched, await tab.PreviewsFetchedAsync()));
        Assert.Empty(await EventsAsync<EvidenceViewed>(story));

        // Only the picture that was asked for is fetched, and only once.
        await tab.Button("Show Picture 1").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var image = tab.Picture(1).GetByRole(AriaRole.Img);
        await Expect(image).ToBeVisibleAsync();
        await Expect(image).ToHaveJSPropertyAsync("naturalWidth", 480);
        Assert.Equal(1, tab.PicturesFetched);
        Assert.Contains("480 by 160 pixels", await image.GetAttributeAsync("alt"), StringComparison.Ordinal);

        // Larger, smaller, whole, with the focus where the picture is.
        Assert.Equal("pan", await page.EvaluateAsync<string>("document.activeElement.className"));
        var said = tab.Picture(1).Locator("output");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        await Expect(said).ToHaveTextAsync("156 %");
        await Expect(image).ToHaveCSSAsync("width", "750px");
        await tab.IsAccessibleAsync("looking-large");
        await page.Keyboard.PressAsync("-");
        await Expect(said).ToHaveTextAsync("125 %");
        await page.Keyboard.PressAsync("0");
        await Expect(said).ToHaveTextAsync("Whole width");
        await tab.Picture(1).GetByRole(AriaRole.Button, new() { Name = "Larger" }).ClickAsync();
        await Expect(said).ToHaveTextAsync("125 %");

        await tab.Picture(1).GetByRole(AriaRole.Button, new() { Name = "Blur it again" }).ClickAsync();
        await Expect(image).ToBeHiddenAsync();
        await tab.Button("Show Picture 1").ClickAsync();
        await Expect(image).ToBeVisibleAsync();
        Assert.Equal(1, tab.PicturesFetched);
        Assert.Equal(await EvidenceIdAsync(story, 0), Assert.Single(await EventsAsync<EvidenceViewed>(story)).Evidence);
        tab.NothingCameFromElsewhere(story.Practice.BotAddress);
    }

    [SkippableFact]
    public async Task The_Manager_Covers_Parts_Saves_A_Copy_And_Downloads_The_Original()
    {
        await using var story = await BeginAsync();
        var tab = await EvidenceTab.OpenAsync(story, Cast.Manager);
        var page = tab.Page;
        await tab.Picture(1).GetByRole(AriaRole.Link, new() { Name = "Cover parts of it for good" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cover parts of post.png" })).ToBeVisibleAsync();
        await tab.IsAccessibleAsync("redacting-blurred");
        Assert.Equal(0, tab.PicturesFetched);
        await tab.Button("Show the picture").ClickAsync();
        var save = tab.Button("Save the copy");
        await Expect(save).ToBeDisabledAsync();

        // With the keyboard: a box, moved, made larger, another one taken away and brought back, and away again.
        await tab.Button("Add a box").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await ExpectBoxesAsync(page, "180,70,120,20");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Control+ArrowUp");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Shift+Control+ArrowDown");
        await ExpectBoxesAsync(page, "170,69,130,21");
        await tab.Button("Add a box").ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await ExpectBoxesAsync(page, "170,69,130,21");
        await tab.Button("Undo").ClickAsync();
        await ExpectBoxesAsync(page, "170,69,130,21", "180,70,120,20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Box 2" }).PressAsync("Delete");

        // With the mouse: one drawn, then moved.
        await DragAsync(page, (20, 10), (120, 50));
        await ExpectBoxesAsync(page, "170,69,130,21", "20,10,100,40");
        await DragAsync(page, (60, 30), (70, 45));
        await ExpectBoxesAsync(page, "170,69,130,21", "30,25,100,40");
        await tab.IsAccessibleAsync("redacting-boxes");
        await save.ClickAsync();

        await Expect(page.GetByText("The redacted copy is saved.")).ToBeVisibleAsync();
        var made = Assert.Single(await EventsAsync<EvidenceRedacted>(story));
        Assert.Equal(await EvidenceIdAsync(story, 0), made.Of);
        await tab.Button("Show Picture 1, redacted copy 1").ClickAsync();
        var copy = tab.Picture(2).GetByRole(AriaRole.Img);
        await Expect(copy).ToHaveJSPropertyAsync("naturalWidth", 480);
        await Expect(copy).ToHaveJSPropertyAsync("complete", true); // its size is known before all of it is there
        Assert.True(await IsBlackAsync(copy, 35, 30));
        Assert.True(await IsBlackAsync(copy, 299, 89));
        Assert.False(await IsBlackAsync(copy, 301, 91));
        await tab.IsAccessibleAsync("looking-redacted");

        await tab.Picture(1).GetByText("Download the original").First.ClickAsync();
        await tab.IsAccessibleAsync("looking-download");
        var download = await page.RunAndWaitForDownloadAsync(() => tab.Button("Download the original of Picture 1").ClickAsync());
        Assert.Equal("RMC-2026-0001 post.png", download.SuggestedFilename);
        Assert.Equal(browser.Comment, await File.ReadAllBytesAsync(await download.PathAsync()));
        Assert.Single(await EventsAsync<EvidenceDownloaded>(story));
        tab.NothingCameFromElsewhere(story.Practice.BotAddress);
    }

    [SkippableFact]
    public async Task A_Finger_Draws_A_Box_Too()
    {
        await using var story = await BeginAsync();
        var tab = await EvidenceTab.OpenAsync(story, Cast.Deputy, $"/{await EvidenceIdAsync(story, 0)}/redact");
        await tab.Page.SetViewportSizeAsync(390, 844);
        await tab.Button("Show the picture").ClickAsync();
        await Expect(tab.Button("Add a box")).ToBeVisibleAsync(); // once the picture has come
        await tab.Page.Locator(".stage img").EvaluateAsync(
            """
            image => {
              const frame = image.getBoundingClientRect();
              const scale = image.clientWidth / image.naturalWidth;
              const finger = (type, x, y) => image.dispatchEvent(new PointerEvent(type, {
                bubbles: true, cancelable: true, isPrimary: true, pointerType: 'touch', pointerId: 7, button: 0,
                clientX: frame.left + x * scale, clientY: frame.top + y * scale,
              }));
              Element.prototype.setPointerCapture = () => {}; // a finger that a script made cannot be captured
              finger('pointerdown', 40, 40);
              finger('pointermove', 100, 60);
              finger('pointermove', 140, 90);
              finger('pointerup', 140, 90);
            }
            """);
        await Expect(tab.Page.Locator("input[name=box]")).ToHaveCountAsync(1);
        var box = (await tab.Page.Locator("input[name=box]").GetAttributeAsync("value"))!.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(box[0], 38, 41);
        Assert.InRange(box[2], 98, 103);
        Assert.Equal("none", await tab.Page.Locator(".box").EvaluateAsync<string>("box => getComputedStyle(box).touchAction"));
    }

    [SkippableFact]
    public async Task The_Reporter_Sees_Their_Own_And_Covers_Nothing_And_A_Colleague_Sees_Nothing()
    {
        await using var story = await BeginAsync();
        var own = await EvidenceTab.OpenAsync(story, Cast.Receptionist);
        await Expect(own.Page.GetByText("These pictures contain what you reported.")).ToBeVisibleAsync();
        await Expect(own.Page.GetByText("Cover parts of it")).ToHaveCountAsync(0);
        await own.Button("Show Picture 2").ClickAsync();
        await Expect(own.Picture(2).GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("naturalWidth", 480);
        await own.IsAccessibleAsync("looking-reporter");

        var colleague = await EvidenceTab.OpenAsync(story, Cast.Nurse);
        await Expect(colleague.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing to show" })).ToBeVisibleAsync();
        await colleague.IsAccessibleAsync("looking-nothing");

        await own.Page.GotoAsync(new Uri(story.Practice.BotAddress, "local-sign-in").ToString());
        await own.IsAccessibleAsync("looking-who");
        await own.Button("Dr Sam Okafor").ClickAsync();
        await own.Page.WaitForURLAsync("**/cases/");
        await own.Page.GotoAsync(new Uri(story.Practice.BotAddress, "cases/RMC-2026-0001/evidence").ToString());
        await Expect(own.Page.GetByText("Signed in as Dr Sam Okafor")).ToBeVisibleAsync();
        await own.Button("Sign out").ClickAsync();
        await Expect(own.Page.GetByText("You are signed out").First).ToBeVisibleAsync();
        await own.IsAccessibleAsync("looking-signed-out");
    }

    [SkippableFact]
    public async Task The_Reporter_And_The_Manager_Have_Their_Own_Tabs_Open_Side_By_Side()
    {
        await using var story = await BeginAsync();
        var manager = await EvidenceTab.FromCardAsync(story, story.Manager);
        await Expect(manager.Page.GetByText("Signed in as Morgan Hale")).ToBeVisibleAsync();
        var reporter = await EvidenceTab.FromCardAsync(story, story.Receptionist, "See what you sent");
        await Expect(reporter.Page.GetByText("Signed in as Robin Marsh")).ToBeVisibleAsync();
        await Expect(reporter.Page.GetByText("These pictures contain what you reported.")).ToBeVisibleAsync();

        await manager.Button("Show Picture 1").ClickAsync();
        await Expect(manager.Picture(1).GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("naturalWidth", 480);
        await manager.Page.ReloadAsync();
        await Expect(manager.Page.GetByText("Signed in as Morgan Hale")).ToBeVisibleAsync();
        await reporter.Button("Show Picture 2").ClickAsync();
        await Expect(reporter.Picture(2).GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("naturalWidth", 480);

        Assert.Equal(
            [Cast.Manager.ObjectId.ToString(), Cast.Receptionist.ObjectId.ToString()],
            (await EventsAsync<EvidenceViewed>(story)).Select(look => look.Actor.Value));
        await story.LookAtAsync(Cast.Receptionist, "Thank you. Your report is", "looking-receipt");
        await story.Receptionist.SayAsync("my reports");
        await story.Receptionist.SeesAsync("Your reports");
        await story.LookAtAsync(Cast.Receptionist, "Your reports", "looking-my-reports");
    }

    private async Task<Story> BeginAsync()
    {
        var story = await Story.BeginAsync(browser);
        var robin = story.Practice.Receptionist;
        await robin.ReportAsync(null, robin.Attach("post.png", browser.Comment), robin.Attach("profile.png", browser.Profile));
        await story.Manager.SeesAsync("Case RMC-2026-0001");
        return story;
    }

    private static async Task<EvidenceId> EvidenceIdAsync(Story story, int index) => (await FindAsync(story)).Evidence[index].Id;

    private static async Task<Case> FindAsync(Story story) =>
        (await story.Practice.Get<CaseStore>().FindByReferenceAsync(CaseBuilder.Practice, new CaseReference("RMC", 2026, 1), default))!;

    private static async Task<IReadOnlyList<T>> EventsAsync<T>(Story story) =>
        [.. (await story.Practice.Get<CaseStore>().ListEventsAsync((await FindAsync(story)).Id, default)).OfType<T>()];

    private static async Task ExpectBoxesAsync(IPage page, params string[] boxes)
    {
        var fields = page.Locator("input[name=box]");
        await Expect(fields).ToHaveCountAsync(boxes.Length);
        for (var index = 0; index < boxes.Length; index++)
        {
            await Expect(fields.Nth(index)).ToHaveValueAsync(boxes[index]);
        }
    }

    /// <summary>From one pixel of the picture to another, which is shown at its own size.</summary>
    private static async Task DragAsync(IPage page, (int X, int Y) from, (int X, int Y) to)
    {
        var frame = (await page.Locator(".stage img").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(frame.X + from.X, frame.Y + from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(frame.X + ((from.X + to.X) / 2f), frame.Y + ((from.Y + to.Y) / 2f));
        await page.Mouse.MoveAsync(frame.X + to.X, frame.Y + to.Y);
        await page.Mouse.UpAsync();
    }

    private static Task<bool> IsBlackAsync(ILocator image, int x, int y) => image.EvaluateAsync<bool>(
        """
        (image, [x, y]) => {
          const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
          canvas.drawImage(image, 0, 0);
          const [red, green, blue] = canvas.getImageData(x, y, 1, 1).data;
          return red + green + blue === 0;
        }
        """,
        new[] { x, y });
}
