using Microsoft.Playwright;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>A practice with its bot, and the page on which its people are side by side, or in tabs where it is as narrow as a phone.</summary>
internal sealed class Story : IAsyncDisposable
{
    private readonly List<string> _errors;

    private Story(PracticeInTeams practice, IPage page, List<string> errors) => (Practice, Page, _errors) = (practice, page, errors);

    public PracticeInTeams Practice { get; }

    public IPage Page { get; }

    public PersonOnPage Receptionist => new(Page, Cast.Receptionist);

    public PersonOnPage Nurse => new(Page, Cast.Nurse);

    public PersonOnPage Manager => new(Page, Cast.Manager);

    public PersonOnPage Deputy => new(Page, Cast.Deputy);

    public ILocator Channel => Page.Locator(".column[data-person=team] .log");

    /// <param name="settings">The bot's settings that differ from those of a developer's machine.</param>
    public static async Task<Story> BeginAsync(
        JourneyBrowser browser, int width = 1440, int height = 900, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var errors = new List<string>();
        var practice = await PracticeInTeams.StartAsync(settings: settings);
        try
        {
            return new Story(practice, await browser.OpenAsync(practice.Teams.BaseAddress, width, height, errors), errors);
        }
        catch
        {
            await practice.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// A card on its own for the README: whole, however long, without the chat around it. The picture is the card as it is in the story,
    /// not a drawing of it; it is taken only where an environment variable asks for it.
    /// </summary>
    public async Task SaveForReadmeAsync(Person viewer, string card, string file)
    {
        if (Pictures.ForReadme is { } folder)
        {
            var page = await Page.Context.NewPageAsync();
            await page.SetViewportSizeAsync(720, 3_000);
            await page.GotoAsync(new Uri(Practice.Teams.BaseAddress, $"?person={viewer.Key}").ToString());
            await new PersonOnPage(page, viewer).Card(card).ScreenshotAsync(new() { Path = Path.Combine(folder, file) });
            await page.CloseAsync();
        }
    }

    /// <summary>On a phone one person is seen at a time.</summary>
    public Task GoToAsync(Person person) => GoToAsync(person.Name);

    /// <summary>To the practice's team and its channels.</summary>
    public Task GoToTeamAsync() => GoToAsync(Rowcroft.LocalTeams.People.Practice.TeamName);

    private async Task GoToAsync(string name)
    {
        if (Page.ViewportSize!.Width < 1000)
        {
            await PressInTheBarAsync(Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = name }));
        }
    }

    /// <summary>Somebody moves the clock, on the page.</summary>
    public async Task GoToNextMondayAsync()
    {
        await PressInTheBarAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Time and faults" }));
        await PressInTheBarAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Go to next Monday 09:00" }));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
    }

    /// <summary>What is drawn anew whenever something happens: a mouse could go down on one button and up on the next, which is no click.</summary>
    private static Task PressInTheBarAsync(ILocator button) => button.DispatchEventAsync("click");

    /// <summary>The page's own scripts must not have failed, whatever the story was.</summary>
    public void NothingWentWrongOnThePage() => Assert.Empty(_errors);

    /// <summary>Pictures to look at while working on the page, in both themes; taken only where somebody asked for them.</summary>
    public async Task LookAsync(string name)
    {
        if (Pictures.Folder is { } folder)
        {
            foreach (var theme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = theme });
                await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{theme}.png".ToLowerInvariant()) });
            }
        }
    }

    /// <summary>A card on its own, whole, as somebody sees it, wide and narrow, in both themes; taken only where somebody asked for it.</summary>
    /// <param name="viewer"><c>null</c> for the channel.</param>
    public async Task LookAtAsync(Person? viewer, string words, string name)
    {
        if (Pictures.Folder is not { } folder)
        {
            return;
        }

        var page = await Page.Context.NewPageAsync();
        await page.GotoAsync(new Uri(Practice.Teams.BaseAddress, $"?person={viewer?.Key ?? "team"}").ToString());
        foreach (var width in (int[])[720, 390])
        {
            await page.SetViewportSizeAsync(width, 3_000);
            foreach (var theme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                await page.Locator(".log .card").Filter(new() { HasText = words }).Last
                    .ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{theme}.png".ToLowerInvariant()) });
            }
        }

        await page.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await LookAsync("last");
        await Page.Context.DisposeAsync();
        await Practice.DisposeAsync();
    }
}
