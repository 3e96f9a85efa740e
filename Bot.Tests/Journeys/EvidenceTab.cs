using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>The tab in which somebody looks at a case's screenshots, with every request it made.</summary>
internal sealed class EvidenceTab
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly List<string> _errors = [];

    private EvidenceTab(IPage page)
    {
        Page = page;
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
            {
                _errors.Add(line.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>How often a picture was fetched.</summary>
    public int PicturesFetched => _requests.Count(url => url.EndsWith("/picture", StringComparison.Ordinal));

    /// <summary>Presses the button on the newest case card of this person's chat.</summary>
    public static async Task<EvidenceTab> FromCardAsync(Story story, PersonOnPage person)
    {
        EvidenceTab? tab = null;
        story.Page.Context.Page += Meet;
        var page = await story.Page.Context.RunAndWaitForPageAsync(
            () => person.Chat.GetByRole(AriaRole.Link, new() { Name = "Look at the screenshots" }).Last.ClickAsync());
        story.Page.Context.Page -= Meet;
        await page.WaitForURLAsync("**/cases/**");
        return tab!;

        void Meet(object? sender, IPage opened) => tab ??= new EvidenceTab(opened);
    }

    /// <summary>Opens the page of the first case as somebody, in a tab of its own.</summary>
    public static async Task<EvidenceTab> OpenAsync(Story story, Person person, string after = "")
    {
        var tab = new EvidenceTab(await story.Page.Context.NewPageAsync());
        var link = $"local-sign-in?person={person.ObjectId}&returnUrl=/cases/RMC-2026-0001/evidence{after}";
        await tab.Page.GotoAsync(new Uri(story.Practice.BotAddress, link).ToString());
        return tab;
    }

    public ILocator Picture(int number) => Page.Locator("article.picture").Nth(number - 1);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Everything came from the bot itself, and nothing went wrong.</summary>
    public void NothingCameFromElsewhere(Uri bot)
    {
        Assert.NotEmpty(_requests);
        Assert.All(_requests, url => Assert.Equal(bot.Authority, new Uri(url).Authority));
        Assert.Empty(_errors);
    }

    /// <summary>axe-core finds nothing in light and dark, wide and narrow, and nothing is wider than the window; pictures where somebody asked for them.</summary>
    public async Task IsAccessibleAsync(string name)
    {
        foreach (var (width, height) in ((int, int)[])[(1440, 900), (390, 844)])
        {
            await Page.SetViewportSizeAsync(width, height);
            foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = theme });
                if (Pictures.Folder is { } folder)
                {
                    await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{theme}.png".ToLowerInvariant()), FullPage = true });
                }

                var found = await Page.RunAxe();
                Assert.Empty(found.Violations.Select(violation => $"{name} {width} {theme} {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
                Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} is wider than {width}");
            }
        }

        await Page.SetViewportSizeAsync(1440, 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
