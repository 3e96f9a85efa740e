using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.Journeys;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

[Collection(Journeys.Journeys.Name)]
public sealed class PageInBrowserTests(JourneyBrowser browser) : IAsyncLifetime
{
    private const string Markup = "<img src=x onerror=\"document.title='broken into'\"><b>bold</b>";
    private readonly List<string> _errors = [];
    private readonly List<IPage> _pages = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Task.WhenAll(_pages.Select(page => page.Context.CloseAsync()));

    [SkippableFact]
    public async Task Several_People_Stand_Side_By_Side_On_A_Desk_And_One_At_A_Time_On_A_Phone()
    {
        await using var stage = await TeamsAndBot.StartAsync();

        var desk = await OpenAsync(stage.Teams.BaseAddress, 1440, 900);
        await Expect(desk.Locator(".column")).ToHaveCountAsync(4);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Priya" }).ClickAsync();
        await Expect(desk.Locator("[data-person=nurse].column")).ToBeVisibleAsync();

        var phone = await OpenAsync(stage.Teams.BaseAddress, 390, 844);
        await Expect(phone.Locator(".column")).ToHaveCountAsync(1);
        await phone.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "Morgan Hale" }).ClickAsync();
        await Expect(phone.Locator("[data-person=manager].column")).ToBeVisibleAsync();
        Assert.False(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
        Assert.Empty(_errors);
    }

    [SkippableFact]
    public async Task One_Person_Alone_Can_Be_Opened()
    {
        await using var stage = await TeamsAndBot.StartAsync();

        var page = await OpenAsync(new(stage.Teams.BaseAddress, "?person=manager"), 1440, 900);

        await Expect(page.Locator(".column")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Morgan Hale" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task What_Anybody_Writes_Is_Shown_As_Written()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var page = await OpenAsync(new(stage.Teams.BaseAddress, "?person=nurse"), 800, 900);

        await page.GetByLabel("Message as Priya Anand").FillAsync(Markup);
        await page.GetByLabel("Message as Priya Anand").PressAsync("Enter");
        await stage.Teams.UntilAsync(() => stage.Bot.Heard.Count == 1);
        await stage.SendAsync(Cast.Nurse, new() { ["type"] = "message", ["text"] = Markup + " **strong**", ["summary"] = "For you" });
        await stage.SendAsync(Cast.Nurse, Cards.Message(Cards.Saying(Markup)));

        await Expect(page.GetByText("<b>bold</b>")).ToHaveCountAsync(3);
        await Expect(page.Locator("strong", new() { HasText = "strong" })).ToBeVisibleAsync();
        Assert.Equal("Teams on this machine", await page.TitleAsync());
        Assert.Empty(_errors);
    }

    [SkippableFact]
    public async Task What_Is_Typed_Into_A_Card_Stays_When_The_App_Cannot_Be_Reached()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        stage.Bot.Answer = _ => Results.StatusCode(StatusCodes.Status500InternalServerError);
        var card = Cards.Saying("Case", Cards.Action("Action.Execute", "Decide", []));
        card["body"]!.AsArray().Add(new JsonObject { ["type"] = "Input.Text", ["id"] = "reason", ["label"] = "Reason" });
        await stage.SendAsync(Cast.Manager, Cards.Message(card));
        var page = await OpenAsync(new(stage.Teams.BaseAddress, "?person=manager"), 800, 900);

        await page.GetByLabel("Reason").FillAsync("Because");
        await page.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();

        await Expect(page.GetByText("Unable to reach app. Please try again.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Reason")).ToHaveValueAsync("Because");
        Assert.Equal("Because", (string?)stage.Bot.Heard[0]["value"]!["action"]!["data"]!["reason"]);
    }

    [SkippableFact]
    public async Task What_Is_Typed_Into_A_Card_Stays_When_The_Viewers_Own_View_Of_It_Says_The_Same()
    {
        await using var stage = await TeamsAndBot.StartAsync(new() { BotPatience = TimeSpan.FromMinutes(1) });
        var typed = new TaskCompletionSource();
        var card = Cards.Saying("Case");
        card["body"]!.AsArray().Add(new JsonObject { ["type"] = "Input.Text", ["id"] = "reason", ["label"] = "Reason" });
        card["refresh"] = new JsonObject { ["action"] = Cards.Action("Action.Execute", "Refresh", []) };
        var answer = new JsonObject { ["statusCode"] = 200, ["type"] = Cards.ContentType, ["value"] = card.DeepClone() }.ToJsonString();
        stage.Bot.Answer = _ => Results.Stream(
            async body =>
            {
                await typed.Task;
                await body.WriteAsync(Encoding.UTF8.GetBytes(answer));
            },
            "application/json");
        var post = await stage.SendAsync(Cast.Manager, Cards.Message(card));
        var page = await OpenAsync(new(stage.Teams.BaseAddress, "?person=manager"), 800, 900);

        await page.GetByLabel("Reason").FillAsync("Because");
        typed.SetResult();
        await stage.Teams.UntilAsync(() => stage.Teams.Book.Find(post.Id)!.ViewerCards.Count == 1);
        await stage.SendAsync(Cast.Manager, new() { ["type"] = "message", ["text"] = "Afterwards", ["summary"] = "For you" });

        await Expect(page.GetByText("Afterwards")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Reason")).ToHaveValueAsync("Because");
    }

    [SkippableFact]
    public async Task A_Pasted_Picture_And_An_Attached_File_Reach_The_Bot()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var page = await OpenAsync(new(stage.Teams.BaseAddress, "?person=nurse"), 800, 900);

        await page.Locator("textarea").EvaluateAsync("""
            box => {
              const data = new DataTransfer();
              data.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }));
              box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "proof.png", MimeType = "image/png", Buffer = [1, 2] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await stage.Teams.UntilAsync(() => stage.Bot.Heard.Count == 1);

        var attachments = stage.Bot.Heard[0]["attachments"]!.AsArray();
        Assert.Equal("image/*", (string?)attachments[0]!["contentType"]);
        Assert.Equal("proof.png", (string?)attachments[1]!["name"]);
    }

    [SkippableFact]
    public async Task A_New_Message_Shows_What_A_Locked_Phone_Would()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var page = await OpenAsync(new(stage.Teams.BaseAddress, "?person=nurse"), 800, 900);
        await Expect(page.Locator(".column")).ToHaveCountAsync(1);

        await stage.SendAsync(Cast.Nurse, Cards.Message(Cards.Saying("Secret")));

        await Expect(page.Locator(".phone")).ToContainTextAsync("Something for you");
        await Expect(page.Locator("[data-notification]")).ToHaveAttributeAsync("data-notification", "Something for you");
    }

    /// <summary>Opens the page; an error in its scripts fails the test where it looks at the errors.</summary>
    private async Task<IPage> OpenAsync(Uri address, int width, int height)
    {
        var page = await browser.OpenAsync(address, width, height, _errors);
        _pages.Add(page);
        return page;
    }
}
